namespace XRayPS.Core.Analysis;

/// <summary>A segment or subsegment at its place in a trace: who called it, what it called, when.</summary>
public sealed class TimelineEntry
{
    internal TimelineEntry(SegmentDocument document, bool isSegment, string? serviceName)
    {
        Document = document;
        IsSegment = isSegment;
        ServiceName = serviceName;
    }

    /// <summary>The document.</summary>
    public SegmentDocument Document { get; }

    /// <summary>Whether this is a segment, that is, a service's own record, and not a subsegment.</summary>
    public bool IsSegment { get; }

    /// <summary>The segment that X-Ray inferred for a callee that did not report itself; otherwise null.</summary>
    public SegmentDocument? Inferred { get; internal set; }

    /// <summary>
    /// The kind of what does the work: the segment's origin or, on a call whose callee did not report itself, the kind
    /// that X-Ray inferred.
    /// </summary>
    public string? Kind => IsSegment ? Document.Origin : Inferred?.Origin ?? Document.Namespace;

    /// <summary>The name of the segment that holds this entry.</summary>
    public string? ServiceName { get; }

    /// <summary>The caller; null for roots and orphans.</summary>
    public TimelineEntry? Parent { get; internal set; }

    /// <summary>The work inside and the services called, by start.</summary>
    public IReadOnlyList<TimelineEntry> Children => ChildList;

    /// <summary>Number of callers above.</summary>
    public int Depth { get; internal set; }

    /// <summary>Seconds from the trace's start to this entry's start; below zero never occurs.</summary>
    public double Start { get; internal set; }

    /// <summary>Seconds from the trace's start to this entry's end; the trace's end while in progress.</summary>
    public double End { get; internal set; }

    /// <summary>Seconds in which this entry worked and none of its children did.</summary>
    public double SelfTime { get; internal set; }

    /// <summary>Whether the entry names a parent that is not there.</summary>
    public bool IsOrphan { get; internal set; }

    /// <summary>
    /// Whether a callee's segment starts before or ends after the call by more than the clocks of two hosts should differ.
    /// </summary>
    public bool HasClockSkew { get; internal set; }

    /// <summary>Whether an ancestor or the entry itself lies on the longest chain of the trace.</summary>
    public bool IsOnCriticalPath { get; internal set; }

    /// <summary>Whether this entry is still going on.</summary>
    public bool InProgress => Document.EndSeconds is null;

    internal List<TimelineEntry> ChildList { get; } = [];

    /// <summary>Name and id.</summary>
    public override string ToString() => Document.ToString();
}
