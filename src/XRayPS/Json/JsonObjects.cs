using System.Management.Automation;
using System.Text.Json;

namespace XRayPS.Json;

/// <summary>JSON as PowerShell's objects. An engine without the utility module has no ConvertFrom-Json.</summary>
internal static class JsonObjects
{
    /// <summary>The object of a JSON text; whole numbers are long, others double, null is null.</summary>
    /// <param name="utf8Json">The text; no bytes stand for an empty object.</param>
    internal static object? Read(ReadOnlyMemory<byte> utf8Json)
    {
        if (utf8Json.IsEmpty)
        {
            return new PSObject();
        }

        using JsonDocument document = JsonDocument.Parse(utf8Json);
        return ToObject(document.RootElement);
    }

    private static object? ToObject(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                PSObject result = new();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    // A name that stands twice: the last counts, as for most readers.
                    result.Properties.Remove(member.Name);
                    result.Properties.Add(new PSNoteProperty(member.Name, ToObject(member.Value)));
                }

                return result;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(ToObject).ToArray();
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out long whole) ? whole : (object)element.GetDouble();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }
}
