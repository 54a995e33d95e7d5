using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using XRayPS.Json;

namespace XRayPS.Module.Tests.Configuration;

/// <summary>
/// What ConvertTo-Json, ConvertFrom-Json and Export-Csv of PowerShell 7 make of objects, of which the engine alone has none:
/// a -Depth of 2 behind which there is a text, enumerations as numbers, instants as text that comes back as DateTime.
/// </summary>
internal static partial class PowerShellText
{
    /// <summary>The objects piped to <c>ConvertTo-Json</c>: several are an array, one is itself.</summary>
    internal static string ToJson(IReadOnlyList<object> items, int depth = 2) =>
        (items.Count == 1 ? Node(items[0], 0, depth) : Node(items, 0, depth))!.ToJsonString();

    /// <summary>The text piped to <c>ConvertFrom-Json</c>, which writes the items of an array one by one.</summary>
    internal static object[] FromJson(string json)
    {
        object value = JsonObjects.Read(Encoding.UTF8.GetBytes(json))!;
        object[] items = value is object[] several ? several : [value];
        Array.ForEach(items, item => MakeDates((PSObject)item));
        return items;
    }

    /// <summary>The objects piped to <c>Export-Csv</c>, read by <c>Import-Csv</c>: every member is a text.</summary>
    internal static object[] ThroughCsv(IEnumerable<object> items) => [.. items.Select(static item =>
    {
        PSObject row = new();
        foreach (PSPropertyInfo property in PSObject.AsPSObject(item).Properties)
        {
            row.Properties.Add(new PSNoteProperty(property.Name, LanguagePrimitives.ConvertTo<string>(property.Value)));
        }

        return (object)row;
    })];

    private static JsonNode? Node(object? wrapped, int depth, int maxDepth)
    {
        object? value = wrapped is PSObject { BaseObject: not PSCustomObject } item ? item.BaseObject : wrapped;
        switch (value)
        {
            case null:
                return null;
            case string or char or Guid or Uri:
                return JsonValue.Create(value.ToString());
            case DateTimeOffset instant:
                return JsonValue.Create(instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
            case bool flag:
                return JsonValue.Create(flag);
            case Enum:
                return JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture));
            case double number:
                return JsonValue.Create(number);
            case IConvertible number:
                return JsonValue.Create(number.ToDecimal(CultureInfo.InvariantCulture));
        }

        if (depth > maxDepth)
        {
            return JsonValue.Create(LanguagePrimitives.ConvertTo<string>(value));
        }

        if (value is IDictionary table)
        {
            return new JsonObject(table.Keys.Cast<object>().Select(key =>
                KeyValuePair.Create(key.ToString()!, Node(table[key], depth + 1, maxDepth))));
        }

        return value is IEnumerable items
            ? new JsonArray([.. items.Cast<object?>().Select(one => Node(one, depth + 1, maxDepth))])
            : new JsonObject(PSObject.AsPSObject(value).Properties.Select(property =>
                KeyValuePair.Create(property.Name, Node(property.Value, depth + 1, maxDepth))));
    }

    private static void MakeDates(PSObject item)
    {
        foreach (PSPropertyInfo property in item.Properties)
        {
            if (property.Value is string text && Instant().IsMatch(text))
            {
                property.Value = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            }
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")]
    private static partial Regex Instant();
}
