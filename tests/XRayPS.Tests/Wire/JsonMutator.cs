using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace XRayPS.Tests.Wire;

/// <summary>Makes a document stray: values of other kinds, nulls, members lost, doubled and renamed, odd spellings.</summary>
internal sealed class JsonMutator(int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e3", "1E-7", "2147483648", "-9e18", "1e400", "9223372036854775808",
        "1.790161552E9", "\"\"", "\"text\"", "\"1.5\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\n\\\"\\\\\\/\\b\\f\\r\\t\\u0041\"",
        "[]", "{}", "[null]", "[1,\"a\",{},[],true,null]", "{\"Name\":\"n\",\"Id\":\"i\",\"Extra\":{\"Names\":[1]}}", "[[{}]]",
        "\"a text that is longer than sixty-four characters, and therefore always made anew\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The document's text with a few places changed.</summary>
    internal byte[] Stray(JsonNode document)
    {
        StringBuilder text = new();
        Write(text, document, _random.Next(0, 12) / 100.0);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Bytes broken at a few places.</summary>
    internal byte[] Break(byte[] json)
    {
        byte[] broken = _random.Next(3) == 0 ? json[.._random.Next(json.Length + 1)] : [.. json];
        for (int i = _random.Next(4); i > 0 && broken.Length > 0; i--)
        {
            broken[_random.Next(broken.Length)] = (byte)(_random.Next(3) == 0 ? "{}[],:\"\\0e"[_random.Next(10)] : _random.Next(256));
        }

        return broken;
    }

    private void Write(StringBuilder text, JsonNode? node, double strayness)
    {
        Space(text);
        if (_random.NextDouble() < strayness)
        {
            text.Append(Values[_random.Next(Values.Length)]);
            return;
        }

        switch (node)
        {
            case JsonObject members:
                WriteObject(text, members, strayness);
                break;
            case JsonArray items:
                WriteArray(text, items, strayness);
                break;
            case JsonValue value when value.TryGetValue(out string? plain):
                WriteString(text, plain);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }

        Space(text);
    }

    private void WriteObject(StringBuilder text, JsonObject members, double strayness)
    {
        List<KeyValuePair<string, JsonNode?>> order = [];
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            double dice = _random.NextDouble();
            if (dice >= strayness)
            {
                order.Add(member);
            }

            if (dice < strayness * 1.5)
            {
                order.Insert(_random.Next(order.Count + 1), dice < strayness * 1.2 ? member : KeyValuePair.Create(member.Key + "s", member.Value));
            }
        }

        text.Append('{');
        for (int i = 0; i < order.Count; i++)
        {
            text.Append(i > 0 ? "," : "");
            Space(text);
            WriteString(text, order[i].Key);
            text.Append(':');
            Write(text, order[i].Value, strayness);
        }

        text.Append('}');
    }

    private void WriteArray(StringBuilder text, JsonArray items, double strayness)
    {
        text.Append('[');
        int count = items.Count + (_random.NextDouble() < strayness ? 1 : 0);
        for (int i = 0; i < count; i++)
        {
            text.Append(i > 0 ? "," : "");
            Write(text, i < items.Count ? items[i] : null, strayness);
        }

        text.Append(']');
    }

    private void WriteString(StringBuilder text, string plain)
    {
        bool escapes = _random.Next(20) == 0;
        text.Append('"');
        foreach (char c in plain)
        {
            bool must = c is '"' or '\\' or < ' ';
            text.Append(must || (escapes && _random.Next(2) == 0)
                ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
                : c.ToString());
        }

        text.Append('"');
    }

    private void Space(StringBuilder text)
    {
        if (_random.Next(10) == 0)
        {
            text.Append(" \t\r\n"[_random.Next(4)]);
        }
    }
}
