using XRayPS.Core.Documents;

namespace XRayPS.Core.Graph;

/// <summary>
/// What one trace tells about services: visits, calls and links. Local subsegments are transparent: the caller of a call is
/// the segment around it. Service graphs and time series are sums of these.
/// </summary>
public sealed class TraceObservations
{
    private const int MaxLinksOfSegment = 20;
    private const int MaxLinksOfTrace = 100;

    private readonly string? _ownAccount;
    private readonly List<NodeObservation> _nodes = [];
    private readonly List<EdgeObservation> _edges = [];
    private readonly List<LinkObservation> _links = [];
    private readonly HashSet<(TraceEntity Call, NodeKey Target)> _counted = [];

    private TraceObservations(string? ownAccount) => _ownAccount = ownAccount;

    /// <summary>The visits to services.</summary>
    public IReadOnlyList<NodeObservation> Nodes => _nodes;

    /// <summary>The calls, those of clients included.</summary>
    public IReadOnlyList<EdgeObservation> Edges => _edges;

    /// <summary>The links to other traces.</summary>
    public IReadOnlyList<LinkObservation> Links => _links;

    /// <summary>The trace's place in time: the start second of its root, or else of its first segment.</summary>
    public double? Second { get; private init; }

    /// <summary>Reads a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="ownAccount">The caller's own account, which nodes do not name.</param>
    /// <param name="withOpenRoots">
    /// Whether a root in progress and what it called are told too. Graphs are silent about them until the root completes.
    /// </param>
    public static TraceObservations Of(
        AssembledTrace trace, string? ownAccount = NodeIdentity.OwnAccount, bool withOpenRoots = false)
    {
        double? start = trace.Root?.Document.StartSeconds ?? trace.StartSeconds;
        TraceObservations observations = new(ownAccount) { Second = start is { } seconds ? Math.Floor(seconds) : null };
        HashSet<TraceEntity> silent = withOpenRoots ? [] : UnderOpenRoots(trace);
        foreach (TraceEntity segment in trace.Segments)
        {
            if (!silent.Contains(segment))
            {
                observations.Visit(segment);
            }
        }

        return observations;
    }

    private static HashSet<TraceEntity> UnderOpenRoots(AssembledTrace trace)
    {
        HashSet<TraceEntity> found = [];
        Stack<TraceEntity> open = new(trace.Segments.Where(static segment => segment is { IsRoot: true, IsComplete: false }));
        while (open.TryPop(out TraceEntity? entity))
        {
            if (found.Add(entity))
            {
                foreach (TraceEntity next in entity.Subsegments.Concat(entity.Callees))
                {
                    open.Push(next);
                }
            }
        }

        return found;
    }

    private void Visit(TraceEntity segment)
    {
        NodeKey node = NodeIdentity.OfSegment(segment, _ownAccount);
        _nodes.Add(new NodeObservation(node, segment));
        if (segment.IsRoot)
        {
            NodeKey client = NodeIdentity.OfClient(segment);
            _edges.Add(new EdgeObservation(client, node, segment, segment, segment.ReceivedAt, Alias: null));
        }
        else if (segment.Caller is { } caller)
        {
            AddCall(caller, segment, node);
        }

        AddLinks(segment, node);
    }

    private void AddCall(TraceEntity caller, TraceEntity segment, NodeKey node)
    {
        // A call that several segments of one service answered is still one call.
        if (caller.IsCall && !_counted.Add((caller, node)))
        {
            return;
        }

        NodeKey source = NodeIdentity.OfSegment(caller.Segment, _ownAccount);
        NodeKey? alias = caller.IsCall && !segment.IsInferred ? NodeIdentity.OfCall(caller, _ownAccount) : null;
        DateTimeOffset receivedAt = caller.ReceivedAt > segment.ReceivedAt ? caller.ReceivedAt : segment.ReceivedAt;

        // Only calls record how long they waited; where a segment or local work stands as the parent, the callee tells.
        TraceEntity record = caller.IsCall ? caller : segment;
        _edges.Add(new EdgeObservation(source, node, segment, record, receivedAt, alias));
    }

    private void AddLinks(TraceEntity segment, NodeKey node)
    {
        if (segment.IsInferred)
        {
            return;
        }

        int before = _links.Count;
        Stack<TraceEntity> open = new([segment]);
        while (open.TryPop(out TraceEntity? entity))
        {
            foreach (SegmentLink link in entity.Document.Links ?? [])
            {
                if (_links.Count < MaxLinksOfTrace && _links.Count - before < MaxLinksOfSegment)
                {
                    _links.Add(new LinkObservation(node, link, segment.Document.StartSeconds, entity.ReceivedAt));
                }
            }

            foreach (TraceEntity subsegment in entity.Subsegments)
            {
                open.Push(subsegment);
            }
        }
    }
}
