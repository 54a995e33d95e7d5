using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using XRayPS.Binding;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Json;

/// <summary>
/// PowerShell's values as JSON: hashtables and objects by their members, instants as epoch seconds, as X-Ray wants them.
/// An engine without the utility module has no ConvertTo-Json.
/// </summary>
internal static class PowerShellJson
{
    private const int MaxDepth = 100;

    /// <summary>The UTF-8 JSON of a value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="PSArgumentException">Something in it has no form in JSON.</exception>
    internal static byte[] ToUtf8(object? value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, JsonText.WriterOptions))
        {
            Write(writer, value, 0);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, object? wrapped, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new PSArgumentException($"The object is nested deeper than {MaxDepth} levels; does it contain itself?");
        }

        object? value = Arguments.Unwrap(wrapped);
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case SwitchParameter flag:
                writer.WriteBooleanValue(flag.IsPresent);
                break;
            case DateTimeOffset instant:
                writer.WriteNumberValue((decimal)Epoch.ToSeconds(instant));
                break;
            case DateTime instant:
                writer.WriteNumberValue((decimal)Epoch.ToSeconds(new DateTimeOffset(instant)));
                break;
            case TimeSpan span:
                writer.WriteNumberValue(span.TotalSeconds);
                break;
            case double number:
                WriteFinite(writer, number);
                break;
            case float number:
                WriteFinite(writer, number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case Enum or Guid or Uri or char or Version:
                writer.WriteStringValue(value.ToString());
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case IDictionary table:
                WriteMembers(writer, table.Keys.Cast<object>().Select(key => (Name(key), table[key])), depth);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (object? item in items)
                {
                    Write(writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            default:
                IEnumerable<PSPropertyInfo> members = PSObject.AsPSObject(wrapped!).Properties.Where(static member => member.IsGettable);
                WriteMembers(writer, members.Select(static member => (member.Name, (object?)member.Value)), depth);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members, int depth)
    {
        writer.WriteStartObject();
        foreach ((string name, object? value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static string Name(object key) => Convert.ToString(Arguments.Unwrap(key), CultureInfo.InvariantCulture) ?? "";

    private static void WriteFinite(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            throw new PSArgumentException("JSON has no infinity and no NaN.");
        }

        writer.WriteNumberValue(number);
    }
}
