using System.Text;

namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>
/// About how wide a text is in the sans-serif font of whoever looks at it. No font is at hand when a drawing is made, so the
/// classes are those of common ones, on the wide side.
/// </summary>
internal static class TextMetrics
{
    private static readonly (string Letters, double Width)[] s_classes =
        [("ijl.,:;'|! `", 0.34), ("frtI()[]{}/\\-", 0.43), ("w", 0.8), ("mMW@%\u2026", 0.95)];

    /// <summary>The width in units of the drawing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font's size.</param>
    internal static double Measure(string text, double size)
    {
        double width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Measure(rune);
        }

        return width * size;
    }

    /// <summary>A text cut in its middle so that it is no wider than it may be.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font's size.</param>
    /// <param name="room">The width that it may have.</param>
    internal static string Fit(string text, double size, double room)
    {
        // Queues are named by URLs and topics by ARNs, whose ends are the names that people gave.
        bool isAddress = text.StartsWith("arn:", StringComparison.Ordinal) || text.StartsWith("https://sqs.", StringComparison.Ordinal);
        if (isAddress && Measure(text, size) > room && text.LastIndexOfAny([':', '/']) is int at && at < text.Length - 1)
        {
            text = text[(at + 1)..];
        }

        int cells = CellText.Measure(text);
        string fitted = text;
        while (Measure(fitted, size) > room && cells > 1)
        {
            fitted = CellText.FitMiddle(text, --cells);
        }

        return fitted;
    }

    private static double Measure(Rune rune)
    {
        string text = rune.ToString();
        foreach ((string letters, double width) in s_classes)
        {
            if (letters.Contains(text, StringComparison.Ordinal))
            {
                return width;
            }
        }

        return CellText.Measure(text) switch
        {
            0 => 0,
            2 => 1.05,
            _ => Rune.IsUpper(rune) ? 0.7 : 0.58,
        };
    }
}
