using System.Text;
using System.Text.Json;
using XRayPS.Core.Documents;
using XRayPS.Core.Wire;

namespace XRayPS.Core.Otlp;

/// <summary>
/// Segments as OpenTelemetry spans, in the JSON that CloudWatch keeps for Transaction Search: one object a span, ids in
/// hexadecimal, times in nanoseconds, attributes by their names in the semantic conventions. See
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Transaction-Search.html.
/// </summary>
public static class SpanWriter
{
    /// <summary>A span for the segment and one for each subsegment, callers before what they called.</summary>
    /// <param name="segment">The segment, with its subsegments inside.</param>
    /// <param name="traceId">The trace's id, in X-Ray's form.</param>
    public static IEnumerable<Span> Write(SegmentDocument segment, string traceId)
    {
        string w3c = ToW3c(traceId) ?? traceId;
        Stack<(SegmentDocument Document, string? ParentId)> open = new([(segment, segment.ParentId)]);
        while (open.TryPop(out (SegmentDocument Document, string? ParentId) next))
        {
            yield return new Span
            {
                Id = next.Document.Id,
                Document = Text(next.Document, next.ParentId, w3c, segment, isRoot: next.Document == segment),
            };
            for (int i = next.Document.Subsegments.Count - 1; i >= 0; i--)
            {
                open.Push((next.Document.Subsegments[i], next.Document.Id));
            }
        }
    }

    private static string Text(SegmentDocument document, string? parentId, string traceId, SegmentDocument segment, bool isRoot)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            WriteResource(writer, segment);
            writer.WriteString("traceId", traceId);
            writer.WriteString("spanId", document.Id);
            if (parentId is not null)
            {
                writer.WriteString("parentSpanId", parentId);
            }

            writer.WriteString("name", document.Name);
            writer.WriteString("kind", isRoot ? "SERVER" : document.Namespace is null ? "INTERNAL" : "CLIENT");
            WriteNanoseconds(writer, "startTimeUnixNano", document.StartSeconds);
            WriteNanoseconds(writer, "endTimeUnixNano", document.EndSeconds);
            if (document.Duration is { } seconds)
            {
                writer.WriteNumber("durationNano", (long)(seconds * 1e9));
            }

            WriteAttributes(writer, document);
            WriteExceptions(writer, document);
            WriteLinks(writer, document);
            writer.WriteStartObject("status");
            writer.WriteString("code", Outcome.Of(document) == TraceStatus.Ok ? "UNSET" : "ERROR");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteResource(Utf8JsonWriter writer, SegmentDocument segment)
    {
        writer.WriteStartObject("resource");
        writer.WriteStartObject("attributes");
        writer.WriteString("service.name", segment.Name);
        WriteText(writer, "cloud.platform", segment.Origin);
        WriteText(writer, "cloud.resource_id", segment.ResourceArn);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, SegmentDocument document)
    {
        writer.WriteStartObject("attributes");
        WriteText(writer, "http.request.method", document.Http?.Method);
        WriteText(writer, "url.full", document.Http?.Url);
        WriteText(writer, "user_agent.original", document.Http?.UserAgent);
        WriteText(writer, "client.address", document.Http?.ClientIp);
        if (document.Http?.Status is { } status)
        {
            writer.WriteNumber("http.response.status_code", status);
        }

        WriteText(writer, "db.system", document.Sql?.DatabaseType);
        WriteText(writer, "db.query.text", document.Sql?.SanitizedQuery);
        WriteText(writer, "enduser.id", document.User);
        foreach ((string name, object? value) in document.Aws ?? [])
        {
            WriteScalar(writer, "aws." + name, value);
        }

        foreach ((string key, object value) in document.Annotations ?? [])
        {
            WriteScalar(writer, key, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteExceptions(Utf8JsonWriter writer, SegmentDocument document)
    {
        if (document.Cause is not { Exceptions.Count: > 0 } cause)
        {
            return;
        }

        writer.WriteStartArray("events");
        foreach (SegmentException exception in cause.Exceptions)
        {
            writer.WriteStartObject();
            writer.WriteString("name", "exception");
            WriteNanoseconds(writer, "timeUnixNano", document.EndSeconds ?? document.StartSeconds);
            writer.WriteStartObject("attributes");
            WriteText(writer, "exception.type", exception.Type);
            WriteText(writer, "exception.message", exception.Message);
            WriteText(writer, "exception.stacktrace", exception.Stack is { Count: > 0 } stack ? string.Join('\n', stack) : null);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter writer, SegmentDocument document)
    {
        if (document.Links is not { Count: > 0 } links)
        {
            return;
        }

        writer.WriteStartArray("links");
        foreach (SegmentLink link in links)
        {
            writer.WriteStartObject();
            WriteText(writer, "traceId", ToW3c(link.TraceId));
            WriteText(writer, "spanId", link.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The id without version and dashes; other texts stay as they are.</summary>
    private static string? ToW3c(string? id) => TraceId.IsValid(id) ? TraceId.ToW3C(id!) : id;

    private static void WriteScalar(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case long whole:
                writer.WriteNumber(name, whole);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumber(name, number);
                break;
            case string text:
                writer.WriteString(name, text);
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNanoseconds(Utf8JsonWriter writer, string name, double? seconds)
    {
        if (seconds is { } value && double.IsFinite(value) && Math.Abs(value) < 9e9)
        {
            // Whole microseconds first: the double has no more than those, and noise should not look like nanoseconds.
            decimal microseconds = decimal.Round((decimal)value * 1_000_000);
            writer.WriteNumber(name, (long)microseconds * 1000);
        }
    }
}
