namespace XRayPS.Core.Documents;

/// <summary>A segment or subsegment in its place in an assembled trace.</summary>
public sealed class TraceEntity
{
    private readonly List<TraceEntity> _subsegments = [];
    private readonly List<TraceEntity> _callees = [];

    internal TraceEntity(SegmentDocument document, DateTimeOffset receivedAt, TraceEntity? container)
    {
        Document = document;
        ReceivedAt = receivedAt;
        Container = container;
        Segment = container?.Segment ?? this;
        Depth = container is null ? 0 : container.Depth + 1;
        container?._subsegments.Add(this);
    }

    /// <summary>The processed document; its subsegments are those of <see cref="Subsegments"/>.</summary>
    public SegmentDocument Document { get; }

    /// <summary>When the version that counts was received.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The segment or subsegment that this one is a part of; null for a segment.</summary>
    public TraceEntity? Container { get; }

    /// <summary>The segment that this one belongs to; a segment belongs to itself.</summary>
    public TraceEntity Segment { get; }

    /// <summary>The subsegments, one level down.</summary>
    public IReadOnlyList<TraceEntity> Subsegments => _subsegments;

    /// <summary>What the parent_id of a segment names; null for roots, orphans and subsegments.</summary>
    public TraceEntity? Caller { get; private set; }

    /// <summary>The segments whose parent_id names this entity, inferred ones included.</summary>
    public IReadOnlyList<TraceEntity> Callees => _callees;

    /// <summary>Whether this is a segment.</summary>
    public bool IsSegment => Container is null;

    /// <summary>Whether this is a segment that stands for a callee which did not report itself.</summary>
    public bool IsInferred { get; internal set; }

    /// <summary>Whether this is a subsegment that calls another service: namespace <c>aws</c> or <c>remote</c>.</summary>
    public bool IsCall => !IsSegment && Document.Namespace is "aws" or "remote";

    /// <summary>Whether this is a segment that names no parent.</summary>
    public bool IsRoot => IsSegment && Document.ParentId is null;

    /// <summary>Whether this is a segment that names a parent which is not there.</summary>
    public bool IsOrphan => IsSegment && Document.ParentId is not null && Caller is null;

    /// <summary>Whether start and end are known.</summary>
    public bool IsComplete => Document is { StartSeconds: not null, EndSeconds: not null };

    /// <summary>Seconds from start to end; 0 when the end lies before the start, null while in progress.</summary>
    public double? Seconds =>
        Document is { StartSeconds: { } start, EndSeconds: { } end } ? Math.Max(0, end - start) : null;

    internal int Depth { get; }

    /// <summary>Name and id.</summary>
    public override string ToString() => Document.ToString();

    internal void CallFrom(TraceEntity caller)
    {
        Caller = caller;
        caller._callees.Add(this);
    }
}
