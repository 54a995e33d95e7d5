using System.Globalization;
using System.Text;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>
/// Strings of JSON. Half of a surrogate pair, or bytes that are no UTF-8, would be an exception of the JSON reader; a
/// trace's texts come from programs of all kinds, so that such a place becomes U+FFFD and the rest is read.
/// </summary>
internal static class LenientText
{
    /// <summary>The text of the string or member name that the reader stands on.</summary>
    internal static string Get(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException) when (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            // Well-formed halves that do not belong together: every half for itself becomes a character of UTF-16.
            return WithoutHalves(Unescape(Encoding.UTF8.GetString(reader.ValueSpan)));
        }
    }

    /// <summary>The reader has checked the escapes' form already.</summary>
    private static string Unescape(string text)
    {
        StringBuilder plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                plain.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }

            plain.Append(text[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                char other => other,
            });
        }

        return plain.ToString();
    }

    private static string WithoutHalves(string text)
    {
        StringBuilder whole = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
