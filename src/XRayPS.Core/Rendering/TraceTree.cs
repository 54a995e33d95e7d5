namespace XRayPS.Core.Rendering;

/// <summary>
/// The segments of a trace as one tree: a callee stands under the subsegment that called it. A segment that X-Ray
/// inferred from a call repeats the call, so it shows as the call's kind rather than as a line of its own.
/// </summary>
public sealed class TraceTree
{
    private readonly Dictionary<string, List<SegmentDocument>> _callees = new(StringComparer.Ordinal);
    private readonly HashSet<SegmentDocument> _placed = new(ReferenceEqualityComparer.Instance);

    private TraceTree(IEnumerable<SegmentDocument> segments)
    {
        SegmentDocument[] all = [.. segments.OrderBy(segment => segment.StartSeconds ?? double.MaxValue)];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (SegmentDocument segment in all)
        {
            CollectIds(segment, ids);
        }

        foreach (SegmentDocument segment in all.Where(segment => segment.ParentId is not null))
        {
            if (!_callees.TryGetValue(segment.ParentId!, out List<SegmentDocument>? callees))
            {
                _callees[segment.ParentId!] = callees = [];
            }

            callees.Add(segment);
        }

        List<TraceTreeNode> roots = [];
        roots.AddRange(PlaceAll(all.Where(segment => segment.ParentId is null), orphans: false));
        roots.AddRange(PlaceAll(all.Where(segment => segment.ParentId is { } id && !ids.Contains(id)), orphans: true));

        // Parents that name each other in a circle hang on no root; they are shown rather than lost.
        roots.AddRange(PlaceAll(all, orphans: true));
        Roots = roots;
    }

    /// <summary>The segments without parent, by start; then those whose parent is not there.</summary>
    public IReadOnlyList<TraceTreeNode> Roots { get; }

    /// <summary>The tree of segments. Documents are not changed.</summary>
    /// <param name="segments">The segments of one trace, in any order.</param>
    public static TraceTree Build(IEnumerable<SegmentDocument> segments) => new(segments);

    private static void CollectIds(SegmentDocument document, HashSet<string> ids)
    {
        if (document.Id is not null)
        {
            ids.Add(document.Id);
        }

        foreach (SegmentDocument child in document.Subsegments)
        {
            CollectIds(child, ids);
        }
    }

    private IEnumerable<TraceTreeNode> PlaceAll(IEnumerable<SegmentDocument> segments, bool orphans)
    {
        foreach (SegmentDocument segment in segments)
        {
            if (_placed.Add(segment))
            {
                TraceTreeNode node = Place(segment, isSegment: segment.Type is null);
                node.IsOrphan = orphans;
                yield return node;
            }
        }
    }

    private TraceTreeNode Place(SegmentDocument document, bool isSegment)
    {
        TraceTreeNode node = new(document, isSegment) { Kind = isSegment ? document.Origin : document.Namespace };
        List<TraceTreeNode> children = [];
        foreach (SegmentDocument child in document.Subsegments)
        {
            children.Add(Place(child, isSegment: false));
        }

        foreach (SegmentDocument callee in CalleesOf(document))
        {
            if (!_placed.Add(callee))
            {
                continue;
            }

            if (callee.Inferred && !isSegment)
            {
                node.Kind = callee.Origin ?? node.Kind;
                continue;
            }

            children.Add(Place(callee, isSegment: true));
        }

        node.Children = [.. children.OrderBy(child => child.Document.StartSeconds ?? double.MaxValue)];
        return node;
    }

    private List<SegmentDocument> CalleesOf(SegmentDocument document) =>
        document.Id is not null && _callees.TryGetValue(document.Id, out List<SegmentDocument>? callees) ? callees : [];
}
