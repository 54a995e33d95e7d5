using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using XRayPS.Core.Analysis;
using XRayPS.Core.Documents;

namespace XRayPS.Core.Rendering.Report;

/// <summary>
/// Some traces with their documents, deflated. Documents are long and much alike: packed together they take a tenth of the
/// room, and a page unpacks a block when somebody looks at one of its traces.
/// </summary>
internal sealed class TraceBlock
{
    private const int EnoughTraces = 40;
    private const int EnoughBytes = 400_000;

    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly Utf8JsonWriter _json;
    private int _count;

    internal TraceBlock()
    {
        _json = new Utf8JsonWriter(_buffer, ReportJson.Inside);
        _json.WriteStartArray();
    }

    /// <summary>Number of traces so far: the place of the next one.</summary>
    internal int Count => _count;

    internal bool IsFull => _count >= EnoughTraces || _buffer.WrittenCount + _json.BytesPending >= EnoughBytes;

    /// <summary>Adds a trace: its documents as they are, and what a waterfall draws of them.</summary>
    internal void Add(Trace trace)
    {
        Timeline timeline = Timeline.Of(trace);
        CriticalPath.Of(timeline);
        Dictionary<SegmentDocument, (int Segment, int Place)> places = new(ReferenceEqualityComparer.Instance);
        _json.WriteStartObject();
        _json.WriteStartArray("docs"u8);
        for (int i = 0; i < trace.Segments.Count; i++)
        {
            Segment segment = trace.Segments[i];
            _json.WriteStringValue(segment.Document ?? (segment.Parsed is { } parsed ? SegmentWriter.ToText(parsed, SegmentStyle.Processed) : ""));
            Number(segment.Parsed, i, places);
        }

        _json.WriteEndArray();
        _json.WriteNumber("length"u8, timeline.Duration);
        _json.WriteNumber("start"u8, timeline.StartSeconds);
        _json.WriteStartArray("rows"u8);
        foreach (TimelineEntry entry in timeline.Entries)
        {
            WriteRow(entry, places.GetValueOrDefault(entry.Document, (-1, -1)));
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _count++;
    }

    /// <summary>The block, deflated. Nothing can be added after it.</summary>
    internal byte[] Pack()
    {
        _json.WriteEndArray();
        _json.Flush();
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Optimal))
        {
            deflate.Write(_buffer.WrittenSpan);
        }

        return packed.ToArray();
    }

    /// <summary>The documents of the traces of a packed block, by place.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Unpack(byte[] packed)
    {
        using DeflateStream inflate = new(new MemoryStream(packed), CompressionMode.Decompress);
        using JsonDocument json = JsonDocument.Parse(inflate);
        return [.. json.RootElement.EnumerateArray()
            .Select(trace => trace.GetProperty("docs"u8).EnumerateArray().Select(text => text.GetString()!).ToArray())];
    }

    /// <summary>Numbers a document and what is inside in the order in which the page walks it.</summary>
    private static void Number(SegmentDocument? document, int segment, Dictionary<SegmentDocument, (int Segment, int Place)> places)
    {
        if (document is null)
        {
            return;
        }

        int place = 0;
        Stack<SegmentDocument> open = new([document]);
        while (open.TryPop(out SegmentDocument? next))
        {
            places[next] = (segment, place++);
            for (int i = next.Subsegments.Count - 1; i >= 0; i--)
            {
                open.Push(next.Subsegments[i]);
            }
        }
    }

    private void WriteRow(TimelineEntry entry, (int Segment, int Place) at)
    {
        SegmentDocument document = entry.Document;
        RowFlags flags = (entry.IsSegment ? RowFlags.Segment : 0)
            | (entry.IsOrphan ? RowFlags.Orphan : 0)
            | (entry.HasClockSkew ? RowFlags.Skew : 0)
            | (entry.IsOnCriticalPath ? RowFlags.Critical : 0)
            | (entry.InProgress ? RowFlags.InProgress : 0)
            | (entry.Inferred is not null || document.Inferred ? RowFlags.Inferred : 0);
        _json.WriteStartArray();
        _json.WriteNumberValue(entry.Depth);
        _json.WriteNumberValue(entry.Start);
        _json.WriteNumberValue(entry.End);
        _json.WriteNumberValue(entry.SelfTime);
        _json.WriteNumberValue((int)flags);
        _json.WriteNumberValue(at.Segment);
        _json.WriteNumberValue(at.Place);
        _json.WriteNumberValue((int)Outcome.Of(document));
        _json.WriteStringValue(document.Name ?? document.Id ?? "");
        _json.WriteStringValue(entry.Kind ?? "");
        _json.WriteStringValue(WorkText.Detail(document, 200));
        _json.WriteStringValue(WorkText.Status(document));
        _json.WriteEndArray();
    }

    [Flags]
    private enum RowFlags
    {
        Segment = 1,
        Orphan = 2,
        Skew = 4,
        Critical = 8,
        InProgress = 16,
        Inferred = 32,
    }
}
