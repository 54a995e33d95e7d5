using System.Globalization;
using System.Text;

namespace XRayPS.Core.Rendering.Diagram;

/// <summary>
/// Any text inside Mermaid. Mermaid reads <c>#59;</c> as the character of that number, in labels of every kind of diagram,
/// and what is written so is no syntax, no markdown, no icon and no markup for it.
/// </summary>
internal static class MermaidText
{
    /// <summary>A text on one line in which only what can mean nothing else stands as it is.</summary>
    /// <param name="text">The text; null is empty.</param>
    internal static string Escape(string? text)
    {
        StringBuilder escaped = new();
        // Icons are looked for after the numbers are read, so a name like one gets a space of no width.
        string clean = CellText.Clean(text).Replace(":fa-", ":\u200bfa-", StringComparison.Ordinal);
        foreach (Rune rune in clean.EnumerateRunes())
        {
            // One percent sign is a share, two are a comment.
            bool isComment = rune.Value == '%' && escaped.Length > 0 && escaped[^1] == '%';
            if (IsPlain(rune) && !isComment)
            {
                escaped.Append(rune);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return escaped.ToString();
    }

    private static bool IsPlain(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '/' or '_' or '-' or '%' || rune.Value > 0x2000;
}
