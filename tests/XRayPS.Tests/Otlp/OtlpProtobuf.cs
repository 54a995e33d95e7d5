using System.Text.Json.Nodes;
using Google.Protobuf;

namespace XRayPS.Tests.Otlp;

/// <summary>
/// The same requests in protobuf, written by Google's library, so that our reader does not meet its own ideas alone.
/// Every message gets a field that the format does not have.
/// </summary>
internal static class OtlpProtobuf
{
    internal static byte[] Write(JsonObject request) => Message(output =>
    {
        foreach (JsonNode? item in request["resourceSpans"]!.AsArray())
        {
            Embed(output, 1, of =>
            {
                Embed(of, 1, resource => Pairs(resource, 1, item!["resource"]!["attributes"]));
                foreach (JsonNode? scope in item!["scopeSpans"]!.AsArray())
                {
                    Embed(of, 2, spans =>
                    {
                        foreach (JsonNode? span in scope!["spans"]!.AsArray())
                        {
                            Embed(spans, 2, target => Span(target, span!.AsObject()));
                        }
                    });
                }
            });
        }
    });

    private static void Span(CodedOutputStream output, JsonObject span)
    {
        Id(output, 1, span["traceId"]);
        Id(output, 2, span["spanId"]);
        Id(output, 4, span["parentSpanId"]);
        Text(output, 5, span["name"]);
        Number(output, 6, span["kind"]?.GetValue<int>() ?? 0);
        Fixed(output, 7, span["startTimeUnixNano"]);
        Fixed(output, 8, span["endTimeUnixNano"]);
        Pairs(output, 9, span["attributes"]);
        foreach (JsonNode? occurrence in span["events"]?.AsArray() ?? [])
        {
            Embed(output, 11, target =>
            {
                Text(target, 2, occurrence!["name"]);
                Pairs(target, 3, occurrence["attributes"]);
            });
        }

        foreach (JsonNode? link in span["links"]?.AsArray() ?? [])
        {
            Embed(output, 13, target =>
            {
                Id(target, 1, link!["traceId"]);
                Id(target, 2, link["spanId"]);
                Pairs(target, 4, link["attributes"]);
            });
        }

        if (span["status"] is { } status)
        {
            Embed(output, 15, target =>
            {
                Text(target, 2, status["message"]);
                Number(target, 3, status["code"]!.GetValue<int>());
            });
        }
    }

    private static void Pairs(CodedOutputStream output, int field, JsonNode? pairs)
    {
        foreach (JsonNode? pair in pairs?.AsArray() ?? [])
        {
            Embed(output, field, target =>
            {
                Text(target, 1, pair!["key"]);
                Embed(target, 2, value => Value(value, pair["value"]!.AsObject()));
            });
        }
    }

    private static void Value(CodedOutputStream output, JsonObject value)
    {
        (string kind, JsonNode? content) = value.Single();
        switch (kind)
        {
            case "stringValue": Text(output, 1, content); break;
            case "boolValue": Number(output, 2, content!.GetValue<bool>() ? 1 : 0); break;
            case "intValue": Number(output, 3, long.Parse(content!.GetValue<string>())); break;
            case "doubleValue":
                output.WriteTag(4, WireFormat.WireType.Fixed64);
                output.WriteDouble(content!.GetValue<double>());
                break;
            default:
                Embed(output, 5, list =>
                {
                    foreach (JsonNode? item in content!["values"]!.AsArray())
                    {
                        Embed(list, 1, target => Value(target, item!.AsObject()));
                    }
                });
                break;
        }
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using MemoryStream stream = new();
        using (CodedOutputStream output = new(stream))
        {
            output.WriteTag(777, WireFormat.WireType.Varint);
            output.WriteInt64(-1);
            write(output);
            output.WriteTag(778, WireFormat.WireType.Fixed32);
            output.WriteFixed32(7);
            output.WriteTag(779, WireFormat.WireType.LengthDelimited);
            output.WriteString("a field of the future");
            output.Flush();
            return stream.ToArray();
        }
    }

    private static void Embed(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(Message(write)));
    }

    private static void Text(CodedOutputStream output, int field, JsonNode? text)
    {
        if (text is not null)
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteString(text.GetValue<string>());
        }
    }

    private static void Id(CodedOutputStream output, int field, JsonNode? id)
    {
        if (id?.GetValue<string>() is { Length: 16 or 32 } digits)
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(Convert.FromHexString(digits)));
        }
    }

    private static void Fixed(CodedOutputStream output, int field, JsonNode? number)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed64);
        output.WriteFixed64(ulong.Parse(number!.GetValue<string>()));
    }

    private static void Number(CodedOutputStream output, int field, long number)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(number);
    }
}
