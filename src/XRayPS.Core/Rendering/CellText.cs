using System.Globalization;
using System.Text;

namespace XRayPS.Core.Rendering;

/// <summary>Plain text in the cells of a terminal: how wide it is, and how it is made to fit.</summary>
public static class CellText
{
    private const string Ellipsis = "…";

    /// <summary>
    /// A text on one line without control characters. Traces come from anywhere: what a client put into a URL must not
    /// move the cursor of whoever reads it.
    /// </summary>
    /// <param name="text">The text; null is empty.</param>
    public static string Clean(string? text)
    {
        // Nearly every text is clean, and there is one for each cell of thousands of lines.
        bool isClean = true;
        foreach (char character in text ?? "")
        {
            isClean &= !IsControl(character);
        }

        return isClean ? text ?? "" : string.Concat(text!.Select(character => IsControl(character) ? ' ' : character));
    }

    /// <summary>The number of cells that a plain text takes.</summary>
    /// <param name="text">The text, without escape sequences.</param>
    public static int Measure(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02ff'))
        {
            return text.Length;
        }

        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += MeasureRune(rune);
        }

        return width;
    }

    /// <summary>A text cut at its end to a number of cells, with an ellipsis where something is gone.</summary>
    /// <param name="text">The text, without escape sequences.</param>
    /// <param name="width">The number of cells.</param>
    public static string Fit(string text, int width)
    {
        if (width <= 0)
        {
            return "";
        }

        return Measure(text) <= width ? text : Head(text, width - 1) + Ellipsis;
    }

    /// <summary>A text cut in its middle, so that both ends can be read.</summary>
    /// <param name="text">The text, without escape sequences.</param>
    /// <param name="width">The number of cells.</param>
    public static string FitMiddle(string text, int width)
    {
        if (width < 8 || Measure(text) <= width)
        {
            return Fit(text, width);
        }

        int tail = (width - 1) / 2;
        return Head(text, width - 1 - tail) + Ellipsis + Tail(text, tail);
    }

    /// <summary>The spaces that are missing to a number of cells.</summary>
    /// <param name="text">The text, without escape sequences.</param>
    /// <param name="width">The number of cells.</param>
    public static string Pad(string text, int width) => new(' ', Math.Max(0, width - Measure(text)));

    /// <summary>A text in lines of at most a number of cells, broken at blanks where there are any.</summary>
    /// <param name="text">The text, without escape sequences.</param>
    /// <param name="width">The number of cells.</param>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        StringBuilder line = new();
        int used = 0;
        foreach (string word in text.Split(' '))
        {
            string rest = word;
            if (used > 0 && used + 1 + Measure(rest) <= width)
            {
                line.Append(' ').Append(rest);
                used += 1 + Measure(rest);
                continue;
            }

            if (used > 0)
            {
                yield return line.ToString();
                line.Clear();
            }

            while (Measure(rest) > width && Head(rest, width) is { Length: > 0 } head)
            {
                yield return head;
                rest = rest[head.Length..];
            }

            line.Append(rest);
            used = Measure(rest);
        }

        yield return line.ToString();
    }

    private static string Head(string text, int width)
    {
        StringBuilder head = new();
        int used = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += MeasureRune(rune);
            if (used > width)
            {
                break;
            }

            head.Append(rune);
        }

        return head.ToString();
    }

    private static string Tail(string text, int width)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        int used = 0;
        int first = runes.Length;
        while (first > 0 && used + MeasureRune(runes[first - 1]) <= width)
        {
            used += MeasureRune(runes[--first]);
        }

        return string.Concat(runes[first..]);
    }

    // Besides the control characters: line separators, and the marks that turn the direction of writing around.
    private static bool IsControl(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029'
            or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static int MeasureRune(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format)
        {
            return 0;
        }

        return IsWide(rune.Value) ? 2 : 1;
    }

    // The wide and full-width blocks of Unicode's East Asian Width property.
    private static bool IsWide(int value) => value is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf)
        or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f)
        or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff)
        or (>= 0x20000 and <= 0x3fffd);
}
