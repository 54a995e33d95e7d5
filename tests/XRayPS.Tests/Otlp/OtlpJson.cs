using System.Text.Json.Nodes;

namespace XRayPS.Tests.Otlp;

/// <summary>Writes OTLP requests from cases, whose attributes are plain objects.</summary>
internal static class OtlpJson
{
    internal const string TraceId = "5759e988bd862e3fe1be46a994272793";
    internal const string SpanId = "53995c3f42cd8ad8";

    internal static JsonObject Request(JsonObject resource, params JsonObject[] spans) => new()
    {
        ["resourceSpans"] = new JsonArray(new JsonObject
        {
            ["resource"] = new JsonObject { ["attributes"] = Pairs(resource) },
            ["scopeSpans"] = new JsonArray(new JsonObject { ["spans"] = new JsonArray([.. spans]) }),
        }),
    };

    /// <summary>A span with ids, times and whatever the case says.</summary>
    internal static JsonObject Span(JsonObject source)
    {
        JsonObject span = new()
        {
            ["traceId"] = TraceId,
            ["spanId"] = SpanId,
            ["startTimeUnixNano"] = "1790160000250000000",
            ["endTimeUnixNano"] = "1790160001500000000",
        };
        foreach ((string name, JsonNode? value) in source)
        {
            span[name] = name switch
            {
                "attributes" => Pairs(value!.AsObject()),
                "events" or "links" => new JsonArray([.. value!.AsArray().Select(item => WithPairs(item!.AsObject()))]),
                _ => value?.DeepClone(),
            };
        }

        return span;
    }

    private static JsonObject WithPairs(JsonObject source)
    {
        JsonObject item = (JsonObject)source.DeepClone();
        item["attributes"] = Pairs(source["attributes"]?.AsObject() ?? []);
        return item;
    }

    private static JsonArray Pairs(JsonObject attributes) => [.. attributes.Select(pair =>
        (JsonNode)new JsonObject { ["key"] = pair.Key, ["value"] = Value(pair.Value) })];

    private static JsonNode? Value(JsonNode? value)
    {
        if (value is JsonArray list)
        {
            return new JsonObject { ["arrayValue"] = new JsonObject { ["values"] = new JsonArray([.. list.Select(Value)]) } };
        }

        JsonValue plain = value!.AsValue();
        return plain.TryGetValue(out bool flag) ? new JsonObject { ["boolValue"] = flag }
            : plain.TryGetValue(out long whole) ? new JsonObject { ["intValue"] = whole.ToString() }
            : plain.TryGetValue(out double number) ? new JsonObject { ["doubleValue"] = number }
            : new JsonObject { ["stringValue"] = plain.GetValue<string>() };
    }
}
