using System.Text;
using System.Text.Json;
using XRayPS.Core.Documents;

namespace XRayPS.Core.Otlp;

/// <summary>
/// What of a span is searchable. As in the exporter's own defaults, attributes become metadata, except those that the span
/// itself lists in <c>aws.xray.annotations</c>.
/// </summary>
internal static class SpanIndex
{
    private const string Keys = "aws.xray.annotations";
    private const string MetadataPrefix = "aws.xray.metadata.";
    private const string Common = "default";

    internal static void Fill(SegmentDocument document, OtlpSpan span, SpanAttributes attributes, bool withResource)
    {
        document.User = attributes.Take("enduser.id");
        HashSet<string> indexed = attributes.TakeValue(Keys) is IEnumerable<object?> keys ? [.. keys.OfType<string>()] : [];
        RecordMap<object> annotations = [];
        RecordMap<object?> metadata = [];
        RecordMap<object?> common = [];
        IEnumerable<KeyValuePair<string, object?>> pairs = attributes.Rest;
        if (withResource)
        {
            pairs = pairs.Concat(span.Resource.Select(static pair => KeyValuePair.Create("otel.resource." + pair.Key, pair.Value)));
        }

        foreach ((string key, object? value) in pairs)
        {
            if (indexed.Contains(key) && value is string or bool or long or double)
            {
                annotations[SegmentNames.CleanKey(key)] = value;
            }
            else if (!TryAddNamespace(metadata, common, key, value) && value is not null)
            {
                common[key] = value;
            }
        }

        if (common.Count > 0)
        {
            metadata[Common] = common;
        }

        document.Annotations = annotations.Count > 0 ? annotations : null;
        document.Metadata = metadata.Count > 0 ? metadata : null;
    }

    /// <summary>An attribute that holds the JSON of a whole namespace of metadata.</summary>
    private static bool TryAddNamespace(RecordMap<object?> metadata, RecordMap<object?> common, string key, object? value)
    {
        if (!key.StartsWith(MetadataPrefix, StringComparison.Ordinal) || value is not string json || Parse(json) is not { } map)
        {
            return false;
        }

        string space = key[MetadataPrefix.Length..];
        if (!space.Equals(Common, StringComparison.OrdinalIgnoreCase))
        {
            metadata[space] = map;
            return true;
        }

        foreach ((string member, object? item) in map)
        {
            common[member] = item;
        }

        return true;
    }

    private static RecordMap<object?>? Parse(string json)
    {
        try
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
            return reader.Read() ? JsonValues.Map(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
