namespace XRayPS;

/// <summary>A trace with its segments, as BatchGetTraces answers it.</summary>
public sealed class Trace
{
    /// <summary>The trace's id.</summary>
    public string? Id { get; set; }

    /// <summary>Seconds from the earliest start to the latest end; null when nothing has ended.</summary>
    public double? Duration { get; set; }

    /// <summary>Whether the trace exceeded the size limit of a trace.</summary>
    public bool? LimitExceeded { get; set; }

    /// <summary>The earliest start of a segment, UTC; null when no segment was read.</summary>
    public DateTimeOffset? StartTime =>
        Segments.Where(segment => segment.StartTime is not null).Min(segment => segment.StartTime);

    /// <summary>The name of the root segment; null when there is none.</summary>
    public string? Name => Root?.Name;

    /// <summary>Number of segments.</summary>
    public int SegmentCount => Segments.Count;

    /// <summary>The segments, inferred ones included, in the order of the answer.</summary>
    public RecordList<Segment> Segments { get; set; } = [];

    /// <summary>The segment that has no parent and starts first; null when every segment has one.</summary>
    public Segment? Root => Segments
        .Where(segment => segment.Parsed is { ParentId: null })
        .OrderBy(segment => segment.Parsed!.StartSeconds)
        .ThenBy(segment => segment.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The id.</summary>
    public override string ToString() => Id ?? "";
}

/// <summary>One segment of a trace: the document as X-Ray sent it, and the tree that it holds.</summary>
public sealed class Segment
{
    /// <summary>The segment's id.</summary>
    public string? Id { get; set; }

    /// <summary>The name of the service; null when the document could not be read.</summary>
    public string? Name => Parsed?.Name;

    /// <summary>The start, UTC.</summary>
    public DateTimeOffset? StartTime => Parsed?.StartTime;

    /// <summary>Seconds from start to end; null while in progress.</summary>
    public double? Duration => Parsed?.Duration;

    /// <summary>The document, JSON.</summary>
    public string? Document { get; set; }

    /// <summary>The document as a tree; null when it could not be read.</summary>
    public SegmentDocument? Parsed { get; set; }

    /// <summary>Name and id.</summary>
    public override string ToString() => Name is null ? Id ?? "" : $"{Name} ({Id})";
}
