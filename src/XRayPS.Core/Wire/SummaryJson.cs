using System.Buffers;
using System.Text.Json;

namespace XRayPS.Core.Wire;

/// <summary>One trace summary as JSON by itself, in the form that it has inside an answer of GetTraceSummaries.</summary>
public static class SummaryJson
{
    /// <summary>A thread keeps its buffer up to here: the summaries of one call are written one after the other.</summary>
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _kept;

    /// <summary>A summary as UTF-8 JSON.</summary>
    /// <param name="summary">The summary.</param>
    public static byte[] Write(TraceSummary summary)
    {
        (ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer) = _kept ?? Make();
        _kept = null;
        TraceShapes.TraceSummary.Write(writer, summary, WriteStyle.Answer);
        writer.Flush();
        byte[] json = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            _kept = (buffer, writer);
        }

        return json;
    }

    /// <summary>The summary that <see cref="Write"/> made the text of.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static TraceSummary Read(ReadOnlySpan<byte> json) => TraceShapes.TraceSummary.Parse(json, ReadContext.Client);

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Make()
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        return (buffer, new Utf8JsonWriter(buffer, JsonText.WriterOptions));
    }
}
