using System.Globalization;
using System.Text;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>Reads texts in double quotes, with the escapes of JSON.</summary>
internal static class TextReader
{
    internal static Token Read(string text, int start, int end)
    {
        StringBuilder? value = null;
        int from = start + 1;
        int i = from;
        while (i < end && text[i] != '"')
        {
            if (text[i] != '\\')
            {
                i++;
                continue;
            }

            int length = Escape(text, i, end, out char c);
            if (length == 0)
            {
                i = i + 1 < end ? i : end;
                break;
            }

            value = (value ?? new StringBuilder()).Append(text, from, i - from).Append(c);
            from = i += length;
        }

        if (i >= end)
        {
            return new Token(TokenKind.Invalid, start, end - start) { Problem = "a text lacks its closing '\"'" };
        }

        if (text[i] != '"')
        {
            return new Token(TokenKind.Invalid, start, Math.Min(i + 2, end) - start)
            {
                Problem = "a text has an unknown escape: write '\\\\' for a backslash",
                Evidence = FilterEvidence.Emulated,
            };
        }

        string plain = value is null ? text[from..i] : value.Append(text, from, i - from).ToString();
        return new Token(TokenKind.Text, start, i + 1 - start) { Value = plain };
    }

    /// <summary>The length of an escape, 0 for an unknown one.</summary>
    private static int Escape(string text, int at, int end, out char value)
    {
        value = at + 1 >= end ? '\0' : text[at + 1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (value != '\0')
        {
            return 2;
        }

        if (at + 6 <= end
            && text[at + 1] == 'u'
            && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            value = (char)code;
            return 6;
        }

        return 0;
    }
}
