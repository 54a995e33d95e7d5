namespace XRayPS.Core.Documents;

/// <summary>
/// A trace made of its documents: processed segments, inferred ones among them, with callers and callees found. What the
/// summary, the graphs and BatchGetTraces say follows from it alone.
/// </summary>
public sealed class AssembledTrace
{
    internal AssembledTrace(string id, IReadOnlyList<TraceEntity> segments, IReadOnlyList<SegmentDocument> heldBack)
    {
        Id = id;
        Segments = segments;
        HeldBack = heldBack;
        Root = FindRoot(segments);
        (Seconds, StartSeconds) = TraceClock.Measure(segments);
    }

    /// <summary>The trace's id.</summary>
    public string Id { get; }

    /// <summary>The segments: reported ones in the order of receipt, then inferred ones.</summary>
    public IReadOnlyList<TraceEntity> Segments { get; }

    /// <summary>Independent subsegments whose parent did not arrive; they show nowhere until it does.</summary>
    public IReadOnlyList<SegmentDocument> HeldBack { get; }

    /// <summary>
    /// The segment without parent that starts first; of several that start together the one with the smallest id. Null when
    /// every segment names a parent.
    /// </summary>
    public TraceEntity? Root { get; }

    /// <summary>
    /// Seconds from the earliest start to the latest end; null when nothing has ended, and when the end lies before the
    /// start. Starts at or before 1970 do not count (observed).
    /// </summary>
    public double? Seconds { get; }

    /// <summary>The earliest start of a segment, in epoch seconds; null without segments.</summary>
    public double? StartSeconds { get; }

    /// <summary>1 after the first call, plus 1 for every later call that changed the trace.</summary>
    public int Revision { get; internal init; }

    /// <summary>When a call last changed the trace.</summary>
    public DateTimeOffset LastReceivedAt { get; internal init; }

    /// <summary>Whether something names a parent that is not there.</summary>
    public bool IsPartial => HeldBack.Count > 0 || Segments.Any(static segment => segment.IsOrphan);

    /// <summary>All segments and subsegments, each before what it contains.</summary>
    public IEnumerable<TraceEntity> Entities()
    {
        Stack<TraceEntity> open = new(Segments.Reverse());
        while (open.TryPop(out TraceEntity? entity))
        {
            yield return entity;
            for (int i = entity.Subsegments.Count - 1; i >= 0; i--)
            {
                open.Push(entity.Subsegments[i]);
            }
        }
    }

    /// <summary>The trace as BatchGetTraces answers it.</summary>
    public Trace ToTrace() => new()
    {
        Id = Id,
        Duration = Seconds is { } seconds ? TraceClock.Milliseconds(seconds) : null,
        LimitExceeded = false,
        Segments = new RecordList<Segment>(Segments.Select(static segment => new Segment
        {
            Id = segment.Document.Id,
            Document = SegmentWriter.ToText(segment.Document, SegmentStyle.Processed),
            Parsed = segment.Document,
        })),
    };

    private static TraceEntity? FindRoot(IReadOnlyList<TraceEntity> segments)
    {
        TraceEntity? root = null;
        foreach (TraceEntity segment in segments)
        {
            if (segment.IsRoot && (root is null || IsBefore(segment.Document, root.Document)))
            {
                root = segment;
            }
        }

        return root;
    }

    private static bool IsBefore(SegmentDocument one, SegmentDocument other)
    {
        int order = (one.StartSeconds ?? double.MaxValue).CompareTo(other.StartSeconds ?? double.MaxValue);
        return order != 0 ? order < 0 : string.CompareOrdinal(one.Id, other.Id) < 0;
    }
}
