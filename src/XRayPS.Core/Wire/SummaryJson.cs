using System.Buffers;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>One trace summary as JSON by itself, in the form that it has inside an answer of GetTraceSummaries.</summary>
public static class SummaryJson
{
    /// <summary>A summary as UTF-8 JSON.</summary>
    /// <param name="summary">The summary.</param>
    public static byte[] Write(TraceSummary summary)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, JsonText.WriterOptions))
        {
            TraceShapes.TraceSummary.Write(writer, summary, WriteStyle.Answer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The summary that <see cref="Write"/> made the text of.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static TraceSummary Read(ReadOnlySpan<byte> json) => TraceShapes.TraceSummary.Parse(json, ReadContext.Client);
}
