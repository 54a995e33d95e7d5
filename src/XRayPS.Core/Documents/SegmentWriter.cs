using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace XRayPS.Core.Documents;

/// <summary>Writes segment documents as JSON. Members without value are left out; flags that are false are kept.</summary>
public static class SegmentWriter
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 8 * JsonValues.MaxDepth,
    };

    /// <summary>The document as UTF-8.</summary>
    /// <param name="document">The document.</param>
    /// <param name="style">For sending, or as the service gives it back.</param>
    public static byte[] ToUtf8(SegmentDocument document, SegmentStyle style) => Buffer(document, style).WrittenSpan.ToArray();

    /// <summary>The document as text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="style">For sending, or as the service gives it back.</param>
    public static string ToText(SegmentDocument document, SegmentStyle style) =>
        Encoding.UTF8.GetString(Buffer(document, style).WrittenSpan);

    private static ArrayBufferWriter<byte> Buffer(SegmentDocument document, SegmentStyle style)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using Utf8JsonWriter writer = new(buffer, s_options);
        Write(writer, document, style);
        writer.Flush();
        return buffer;
    }

    private static void Write(Utf8JsonWriter writer, SegmentDocument document, SegmentStyle style)
    {
        bool processed = style == SegmentStyle.Processed;
        JsonParts json = new(writer, processed);
        writer.WriteStartObject();
        json.Text("id"u8, document.Id);
        json.Text("name"u8, document.Name);
        json.Number("start_time"u8, document.StartSeconds);
        json.Text("trace_id"u8, document.TraceId);
        json.Number("end_time"u8, document.EndSeconds);
        json.True("in_progress"u8, document.InProgress);
        json.Text("type"u8, document.Type);
        json.Text("parent_id"u8, document.ParentId);
        json.True("inferred"u8, document.Inferred);
        json.Flag("error"u8, document.Error);
        json.Flag("throttle"u8, document.Throttle);
        json.Flag("fault"u8, document.Fault);
        SegmentBlockWriter.Http(json, document.Http);
        json.Map("aws"u8, document.Aws);
        json.Map("service"u8, document.Service);
        json.Text("user"u8, document.User);
        json.Text("origin"u8, document.Origin);
        json.Text("resource_arn"u8, document.ResourceArn);
        json.Map("annotations"u8, document.Annotations);
        json.Map("metadata"u8, document.Metadata);
        json.Text("namespace"u8, document.Namespace);
        SegmentBlockWriter.Cause(json, document.Cause);
        SegmentBlockWriter.Sql(json, document.Sql);
        json.Texts("precursor_ids"u8, document.PrecursorIds);
        SegmentBlockWriter.Links(json, document.Links);
        if (document.Subsegments.Count > 0)
        {
            writer.WriteStartArray("subsegments"u8);
            foreach (SegmentDocument child in document.Subsegments)
            {
                Write(writer, child, style);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
