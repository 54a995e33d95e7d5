namespace XRayPS.Core.Rendering;

/// <summary>A segment or subsegment at its place in a trace, over the borders of services.</summary>
public sealed class TraceTreeNode
{
    internal TraceTreeNode(SegmentDocument document, bool isSegment)
    {
        Document = document;
        IsSegment = isSegment;
    }

    /// <summary>The segment or subsegment.</summary>
    public SegmentDocument Document { get; }

    /// <summary>Whether it is a segment: the work of a service rather than a step inside one.</summary>
    public bool IsSegment { get; }

    /// <summary>Whether it names a parent that the trace does not hold.</summary>
    public bool IsOrphan { get; internal set; }

    /// <summary>
    /// The kind of what does the work: the segment's origin or, on a call whose callee did not report itself, the
    /// kind that X-Ray inferred.
    /// </summary>
    public string? Kind { get; internal set; }

    /// <summary>What this work called or consists of, by start.</summary>
    public IReadOnlyList<TraceTreeNode> Children { get; internal set; } = [];
}
