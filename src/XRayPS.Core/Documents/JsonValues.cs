using System.Buffers;
using System.Text;
using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>
/// Reads JSON values of any kind, and takes a value of the wrong kind as absent. Every method expects the reader on the
/// value's first token and leaves it on the last.
/// </summary>
internal static class JsonValues
{
    /// <summary>Nesting beyond this is no document: deep enough for 250 generations of subsegments, shallow for a stack.</summary>
    internal const int MaxDepth = 512;

    internal static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return StringOf(ref reader);
        }

        reader.Skip();
        return null;
    }

    /// <summary>A string's text. Half a surrogate pair written as an escape is grammatical JSON, but no text.</summary>
    internal static string PlainText(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    internal static bool? Flag(ref Utf8JsonReader reader)
    {
        bool? value = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
        reader.Skip();
        return value;
    }

    internal static double? Number(ref Utf8JsonReader reader)
    {
        // A number too large for a double is read as infinity, which no time or count can be.
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value))
        {
            return value;
        }

        reader.Skip();
        return null;
    }

    internal static long? Whole(ref Utf8JsonReader reader) =>
        Number(ref reader) is { } value ? (long)Math.Clamp(value, -9e18, 9e18) : null;

    internal static int? Integer(ref Utf8JsonReader reader) =>
        Number(ref reader) is { } value ? (int)Math.Clamp(value, int.MinValue, int.MaxValue) : null;

    internal static RecordList<string>? Texts(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        RecordList<string> list = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Text(ref reader) is { } text)
            {
                list.Add(text);
            }
        }

        return list;
    }

    /// <summary>An object as a map; null for any other kind.</summary>
    internal static RecordMap<object?>? Map(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        RecordMap<object?> map = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = StringOf(ref reader);
            reader.Read();
            map[key] = Any(ref reader);
        }

        return map;
    }

    /// <summary>Annotations: null values say nothing and are left out, nested ones are kept though nobody indexes them.</summary>
    internal static RecordMap<object>? Annotations(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        RecordMap<object> map = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = StringOf(ref reader);
            reader.Read();
            if (Any(ref reader) is { } value)
            {
                map[key] = value;
            }
        }

        return map;
    }

    /// <summary>A string, bool, long (whole numbers in its range), double, map, list or null.</summary>
    internal static object? Any(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return StringOf(ref reader);
            case JsonTokenType.Number:
                return reader.TryGetInt64(out long whole) ? (object)whole : Number(ref reader);
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.StartObject:
                return Map(ref reader);
            case JsonTokenType.StartArray:
                RecordList<object?> list = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(Any(ref reader));
                }

                return list;
            default:
                return null;
        }
    }

    /// <summary>
    /// The text of a string or property name. A half of a surrogate pair written as an escape is grammatical JSON, but no
    /// text: it becomes U+FFFD instead of the reader's exception.
    /// </summary>
    internal static string StringOf(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> span = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(span);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(span);
        }
    }

    private static string Unescape(ReadOnlySpan<byte> span)
    {
        string raw = Encoding.UTF8.GetString(span);
        ArrayBufferWriter<char> text = new(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            if (c == '\\')
            {
                c = raw[++i];
                if (c == 'u')
                {
                    c = (char)Convert.ToUInt16(raw.Substring(i + 1, 4), 16);
                    i += 4;
                }
                else
                {
                    c = c switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c };
                }
            }

            text.Write([c]);
        }

        // A round through UTF-8 puts the replacement character where a pair is broken.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.WrittenSpan.ToString()));
    }
}
