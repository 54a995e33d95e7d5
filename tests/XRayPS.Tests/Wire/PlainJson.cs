using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace XRayPS.Tests.Wire;

/// <summary>
/// Records as plain JSON by reflection, without the shapes that are under test: only members that can be set, only
/// values that say something (no null, no false flag, no empty collection).
/// </summary>
internal static class PlainJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new RecordMapConverters() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    /// <summary>A record of plain JSON.</summary>
    internal static object Read(JsonElement json, Type type) => json.Deserialize(type, Options)!;

    /// <summary>Plain JSON of a record.</summary>
    internal static JsonNode Write(object record) => JsonSerializer.SerializeToNode(record, record.GetType(), Options)!;

    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            bool canBeSet = property.Set is not null;
            bool isFlag = property.PropertyType == typeof(bool);
            property.ShouldSerialize = (_, value) => canBeSet
                && value is not null
                && !(isFlag && value is false)
                && !(value is IEnumerable items and not string && !items.Cast<object>().Any());
        }
    }
}
