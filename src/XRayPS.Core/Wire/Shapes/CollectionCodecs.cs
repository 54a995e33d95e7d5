using System.Globalization;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>Bounds of a list's or map's number of items.</summary>
/// <param name="Min">Least number.</param>
/// <param name="Max">Greatest number.</param>
public sealed record CountRule(int Min = 0, int? Max = null)
{
    /// <summary>No bounds.</summary>
    public static CountRule Any { get; } = new();

    internal void Validate(int count, Func<string> print, string path, List<string> violations)
    {
        if (Max is { } max && count > max)
        {
            violations.Add(Violation.Text($"'{print()}'", path,
                string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {max}")));
        }

        if (count < Min)
        {
            violations.Add(Violation.Text($"'{print()}'", path,
                string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {Min}")));
        }
    }
}

internal sealed class ListCodec<TItem>(ValueCodec<TItem> item, CountRule rule) : ValueCodec<RecordList<TItem>>
{
    internal override RecordList<TItem>? Read(ref Utf8JsonReader reader, ReadContext context, string where)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return context.Strict && reader.TokenType != JsonTokenType.StartObject
                ? throw new SerializationFailure("Expected list or null")
                : WrongKind(ref reader, context, where, "a list", "a List");
        }

        RecordList<TItem> list = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                if (context.Strict)
                {
                    throw new NullElementFailure();
                }

                continue;
            }

            if (item.Read(ref reader, context, where) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    internal override void Write(Utf8JsonWriter writer, RecordList<TItem> value, WriteStyle style)
    {
        writer.WriteStartArray();
        foreach (TItem entry in value)
        {
            item.Write(writer, entry, style);
        }

        writer.WriteEndArray();
    }

    internal override void Validate(RecordList<TItem> value, string path, List<string> violations)
    {
        rule.Validate(value.Count, () => $"[{string.Join(", ", value)}]", path, violations);

        // Lists of strings are reported as a whole, lists of structures item by item, counted from 1 (the latter observed).
        if (item is TextCodec text)
        {
            if (value.Any(entry => entry is string s && text.Rule.Broken(s).Any()))
            {
                violations.Add(Violation.Text($"'[{string.Join(", ", value)}]'", path,
                    $"Member must satisfy constraint: [{string.Join(", ", AllOf(text.Rule))}]"));
            }

            return;
        }

        for (int i = 0; i < value.Count; i++)
        {
            item.Validate(value[i], string.Create(CultureInfo.InvariantCulture, $"{path}.{i + 1}.member"), violations);
        }
    }

    internal static IEnumerable<string> AllOf(TextRule rule)
    {
        if (rule.Max is { } max)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {max}");
            yield return string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {rule.Min}");
        }

        if (rule.Pattern is not null)
        {
            yield return $"Member must satisfy regular expression pattern: {rule.Pattern}";
        }

        if (rule.Values is not null)
        {
            yield return $"Member must satisfy enum value set: [{string.Join(", ", rule.Values)}]";
        }
    }
}

internal sealed class MapCodec<TItem>(ValueCodec<TItem> item, TextRule keys, CountRule rule) : ValueCodec<RecordMap<TItem>>
{
    internal override RecordMap<TItem>? Read(ref Utf8JsonReader reader, ReadContext context, string where)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return context.Strict && reader.TokenType != JsonTokenType.StartArray
                ? throw new SerializationFailure("Expected structure or map or null")
                : WrongKind(ref reader, context, where, "an object", "a Map");
        }

        RecordMap<TItem> map = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = LenientText.Get(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (item.Read(ref reader, context, where) is { } value)
            {
                map[key] = value;
            }
        }

        return map;
    }

    internal override void Write(Utf8JsonWriter writer, RecordMap<TItem> value, WriteStyle style)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, TItem> entry in value)
        {
            writer.WritePropertyName(entry.Key);
            item.Write(writer, entry.Value, style);
        }

        writer.WriteEndObject();
    }

    internal override void Validate(RecordMap<TItem> value, string path, List<string> violations)
    {
        string Print() => $"{{{string.Join(", ", value.Select(entry => $"{entry.Key}={entry.Value}"))}}}";
        rule.Validate(value.Count, Print, path, violations);
        if (value.Any(entry => keys.Broken(entry.Key).Any()))
        {
            violations.Add(Violation.Text($"'{Print()}'", path,
                $"Map keys must satisfy constraint: [{string.Join(", ", ListCodec<string>.AllOf(keys))}]"));
        }

        if (item is TextCodec text && value.Any(entry => entry.Value is string s && text.Rule.Broken(s).Any()))
        {
            violations.Add(Violation.Text($"'{Print()}'", path,
                $"Map value must satisfy constraint: [{string.Join(", ", ListCodec<string>.AllOf(text.Rule))}]"));
        }
    }
}
