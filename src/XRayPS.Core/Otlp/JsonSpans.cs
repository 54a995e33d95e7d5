using System.Globalization;
using System.Text.Json;

namespace XRayPS.Core.Otlp;

/// <summary>
/// Reads the body of an OTLP trace request in JSON: names in lowerCamelCase, ids in hexadecimal, 64-bit numbers as text or
/// number, enums as numbers (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). Unknown members are passed
/// over.
/// </summary>
public static class JsonSpans
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 4 * ProtobufSpans.MaxDepth };

    /// <summary>The spans of a request, in its order.</summary>
    /// <param name="body">The body, UTF-8.</param>
    /// <exception cref="OtlpException">The body is no such request.</exception>
    public static List<OtlpSpan> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, s_options);
            return Read(document.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new OtlpException("The body is no JSON of an OTLP trace request.", failure);
        }
    }

    private static List<OtlpSpan> Read(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            throw new OtlpException("The body is no JSON object.");
        }

        List<OtlpSpan> spans = [];
        foreach (JsonElement ofResource in Items(request, "resourceSpans"))
        {
            RecordMap<object?> resource = ofResource.TryGetProperty("resource", out JsonElement source) && source.ValueKind == JsonValueKind.Object
                ? Attributes(source)
                : [];
            foreach (JsonElement ofScope in Items(ofResource, "scopeSpans"))
            {
                foreach (JsonElement item in Items(ofScope, "spans"))
                {
                    OtlpSpan span = ReadSpan(item);
                    span.Resource = resource;
                    spans.Add(span);
                }
            }
        }

        return spans;
    }

    private static OtlpSpan ReadSpan(JsonElement item)
    {
        OtlpSpan span = new()
        {
            TraceId = OtlpIds.Of(Text(item, "traceId"), 16),
            SpanId = OtlpIds.Of(Text(item, "spanId"), 8),
            ParentSpanId = OtlpIds.Of(Text(item, "parentSpanId"), 8) is { Length: > 0 } parent ? parent : null,
            Name = Text(item, "name") ?? "",
            Kind = Kind(item),
            StartNanoseconds = Nanoseconds(item, "startTimeUnixNano"),
            EndNanoseconds = Nanoseconds(item, "endTimeUnixNano"),
            Attributes = Attributes(item),
        };
        foreach (JsonElement occurrence in Items(item, "events"))
        {
            span.Events.Add(new OtlpEvent
            {
                Name = Text(occurrence, "name") ?? "",
                Nanoseconds = Nanoseconds(occurrence, "timeUnixNano"),
                Attributes = Attributes(occurrence),
            });
        }

        foreach (JsonElement link in Items(item, "links"))
        {
            span.Links.Add(new OtlpLink
            {
                TraceId = OtlpIds.Of(Text(link, "traceId"), 16),
                SpanId = OtlpIds.Of(Text(link, "spanId"), 8),
                Attributes = Attributes(link),
            });
        }

        if (item.TryGetProperty("status", out JsonElement status) && status.ValueKind == JsonValueKind.Object)
        {
            span.StatusMessage = Text(status, "message") ?? "";
            span.IsError = status.TryGetProperty("code", out JsonElement code)
                && (code.ValueKind == JsonValueKind.String ? code.GetString() == "STATUS_CODE_ERROR" : Whole(code) == (long)OtlpIds.ErrorStatus);
        }

        return span;
    }

    private static OtlpSpanKind Kind(JsonElement item)
    {
        if (!item.TryGetProperty("kind", out JsonElement kind))
        {
            return OtlpSpanKind.Unspecified;
        }

        // The specification has numbers alone; some senders write the names of the enum all the same.
        return kind.ValueKind == JsonValueKind.String
            && Enum.TryParse(kind.GetString()!.Replace("SPAN_KIND_", "", StringComparison.Ordinal), ignoreCase: true, out OtlpSpanKind named)
            ? OtlpIds.Kind((long)named)
            : OtlpIds.Kind(Whole(kind) ?? 0);
    }

    private static RecordMap<object?> Attributes(JsonElement holder, string member = "attributes")
    {
        RecordMap<object?> attributes = [];
        foreach (JsonElement pair in Items(holder, member))
        {
            if (Text(pair, "key") is { } key)
            {
                attributes[key] = pair.TryGetProperty("value", out JsonElement value) ? Value(value) : null;
            }
        }

        return attributes;
    }

    private static object? Value(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            switch (member.Name)
            {
                case "stringValue" or "bytesValue": return member.Value.GetString();
                case "boolValue": return member.Value.GetBoolean();
                case "intValue": return Whole(member.Value);
                case "doubleValue": return Double(member.Value);
                case "arrayValue":
                    RecordList<object?> list = [];
                    list.AddRange(Items(member.Value, "values").Select(Value));
                    return list;
                case "kvlistValue": return Attributes(member.Value, "values");
            }
        }

        return null;
    }

    private static double? Double(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static long? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out long number) ? number : null,
        JsonValueKind.String => long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null,
        _ => null,
    };

    private static ulong Nanoseconds(JsonElement item, string member)
    {
        if (!item.TryGetProperty(member, out JsonElement value))
        {
            return 0;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong text) ? text : 0,
            JsonValueKind.Number => value.TryGetUInt64(out ulong number) ? number : 0,
            _ => 0,
        };
    }

    private static string? Text(JsonElement item, string member) =>
        item.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement holder, string member) =>
        holder.TryGetProperty(member, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
