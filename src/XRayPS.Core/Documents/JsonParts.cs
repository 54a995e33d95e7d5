using System.Globalization;
using System.Text.Json;
using XRayPS.Core.Wire;

namespace XRayPS.Core.Documents;

/// <summary>Writes members of a document where they have a value.</summary>
internal readonly struct JsonParts(Utf8JsonWriter writer, bool processed)
{
    internal Utf8JsonWriter Writer => writer;

    internal bool Processed => processed;

    internal void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    internal void True(ReadOnlySpan<byte> name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, true);
        }
    }

    internal void Flag(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    internal void Whole(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    internal void Number(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            WriteDouble(number);
        }
    }

    internal void Texts(ReadOnlySpan<byte> name, RecordList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    internal void Map<T>(ReadOnlySpan<byte> name, RecordMap<T>? map)
    {
        if (map is null)
        {
            return;
        }

        writer.WritePropertyName(name);
        WriteMap(map);
    }

    private void WriteMap<T>(RecordMap<T> map)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in map)
        {
            writer.WritePropertyName(entry.Key);
            Any(entry.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>What the reader makes of JSON, and what callers from .NET may put in its place.</summary>
    private void Any(object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case long whole: writer.WriteNumberValue(whole); break;
            case double number: WriteDouble(number); break;
            case RecordMap<object?> map: WriteMap(map); break;
            case System.Collections.IDictionary dictionary: WriteDictionary(dictionary); break;
            case System.Collections.IEnumerable list: WriteList(list); break;
            case byte or sbyte or short or ushort or int or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong or decimal: writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture)); break;
            case float single: WriteDouble(single); break;
            case DateTimeOffset instant: writer.WriteStringValue(instant); break;
            case DateTime time: writer.WriteStringValue(time); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private void WriteDictionary(System.Collections.IDictionary dictionary)
    {
        writer.WriteStartObject();
        foreach (System.Collections.DictionaryEntry entry in dictionary)
        {
            writer.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "");
            Any(entry.Value);
        }

        writer.WriteEndObject();
    }

    private void WriteList(System.Collections.IEnumerable list)
    {
        writer.WriteStartArray();
        foreach (object? item in list)
        {
            Any(item);
        }

        writer.WriteEndArray();
    }

    private void WriteDouble(double number)
    {
        if (processed)
        {
            JavaNumber.Write(writer, number);
        }
        else if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            // JSON has no such number.
            writer.WriteNullValue();
        }
    }
}
