using System.Globalization;
using System.Text;

namespace XRayPS.Console.LineEditor;

/// <summary>How many columns text takes on a terminal.</summary>
internal static class TextWidth
{
    // The blocks that terminals draw two columns wide: East Asian wide and fullwidth characters, and emoji.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
        (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
        (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA),
        (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
        (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
        (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
        (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6),
        (0x16FE0, 0x18AFF), (0x1AFF0, 0x1B2FF), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E),
        (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F335), (0x1F337, 0x1F37C), (0x1F37E, 0x1F393),
        (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E),
        (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E), (0x1F550, 0x1F567),
        (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5),
        (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6D7), (0x1F6DC, 0x1F6DF), (0x1F6EB, 0x1F6EC),
        (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7EB), (0x1F7F0, 0x1F7F0), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945),
        (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The length of the text element that starts at an index.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the element starts.</param>
    public static int ElementLength(string text, int index) =>
        Math.Max(1, StringInfo.GetNextTextElementLength(text, index));

    /// <summary>The start of the text element that ends at an index.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the element ends.</param>
    public static int PreviousElement(string text, int index)
    {
        // Elements can only be told apart from the front; a line is where none of them reaches across.
        int start = index <= 1 ? 0 : text.LastIndexOf('\n', index - 2) + 1;
        int previous = start;
        while (start < index)
        {
            previous = start;
            start += ElementLength(text, start);
        }

        return previous;
    }

    /// <summary>The columns of one text element: 0, 1 or 2.</summary>
    /// <param name="element">The element.</param>
    public static int OfElement(ReadOnlySpan<char> element)
    {
        int width = 0;
        foreach (Rune rune in element.EnumerateRunes())
        {
            // U+FE0F asks for the emoji's picture, which is wide.
            width = rune.Value == 0xFE0F ? 2 : Math.Max(width, OfRune(rune));
        }

        return width;
    }

    /// <summary>The columns of text without line breaks.</summary>
    /// <param name="text">The text.</param>
    public static int Of(string text)
    {
        int width = 0;
        for (int i = 0; i < text.Length;)
        {
            int length = ElementLength(text, i);
            width += OfElement(text.AsSpan(i, length));
            i += length;
        }

        return width;
    }

    /// <summary>The text cut to a number of columns, with an ellipsis where it was cut.</summary>
    /// <param name="text">Text without line breaks.</param>
    /// <param name="columns">The columns.</param>
    public static string Cut(string text, int columns)
    {
        if (Of(text) <= columns)
        {
            return text;
        }

        int width = 0;
        int index = 0;
        while (index < text.Length)
        {
            int length = ElementLength(text, index);
            width += OfElement(text.AsSpan(index, length));
            if (width > columns - 1)
            {
                break;
            }

            index += length;
        }

        return columns > 0 ? text[..index] + "…" : "";
    }

    private static int OfRune(Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        bool isUnseen = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.Control;
        return isUnseen ? 0 : IsWide(rune.Value) ? 2 : 1;
    }

    private static bool IsWide(int value)
    {
        int low = 0;
        int high = Wide.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (value < Wide[middle].First)
            {
                high = middle - 1;
            }
            else if (value > Wide[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
