using System.Text;
using System.Text.Json;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>Reads <c>#[...]</c>: a JSON array behind a number sign.</summary>
internal static class JsonArrayReader
{
    internal static Token Read(string text, int start, int end)
    {
        int close = start + 1 < end && text[start + 1] == '[' ? Closing(text, start + 1, end) : -1;
        if (close < 0 || !IsJson(text.AsSpan(start + 1, close - start)))
        {
            return new Token(TokenKind.Invalid, start, 1)
            {
                Problem = "'#' needs a JSON array behind it",
                Evidence = FilterEvidence.Derived,
            };
        }

        return new Token(TokenKind.JsonArray, start, close + 1 - start) { Value = text[(start + 1)..(close + 1)] };
    }

    private static int Closing(string text, int from, int end)
    {
        int depth = 0;
        bool quoted = false;
        for (int i = from; i < end; i++)
        {
            char c = text[i];
            if (quoted)
            {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
                continue;
            }

            quoted = c == '"';
            depth += c is '[' or '{' ? 1 : c is ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsJson(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        Utf8JsonReader reader = new(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    // Half a surrogate pair passes the reader and fails later: it is found here.
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
