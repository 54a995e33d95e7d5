using XRayPS.Core.Documents;
using XRayPS.Core.Model;

namespace XRayPS.Core.Graph;

/// <summary>
/// Sums traces up to a graph of services. Folds of parts can be merged: the graph does not depend on how the traces were
/// shared out, nor on their order.
/// </summary>
/// <param name="scope">Which graph is made.</param>
/// <param name="ownAccount">The caller's own account, which nodes do not name.</param>
public sealed class GraphFold(GraphScope scope, string? ownAccount = NodeIdentity.OwnAccount)
{
    private readonly Dictionary<NodeKey, NodeTally> _nodes = [];
    private readonly Dictionary<(NodeKey Source, NodeKey Target), EdgeTally> _edges = [];
    private readonly LinkTally _links = new(scope, ownAccount);

    /// <summary>The graph of one trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="ownAccount">The caller's own account, which nodes do not name.</param>
    public static ServiceGraph OfTrace(AssembledTrace trace, string? ownAccount = NodeIdentity.OwnAccount)
    {
        GraphFold fold = new(GraphScope.Trace, ownAccount);
        fold.Add(trace);
        return fold.Build();
    }

    /// <summary>Adds a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="isReceivedIn">
    /// Whether an observation received at the given time counts; null counts all. The unit of selection is the single
    /// observation: a late child shows in the window of its receipt, its root in an earlier one (observed).
    /// </param>
    public void Add(AssembledTrace trace, Func<DateTimeOffset, bool>? isReceivedIn = null) =>
        Add(TraceObservations.Of(trace, ownAccount), isReceivedIn);

    /// <summary>Adds what was read from a trace.</summary>
    /// <param name="observations">The trace's observations.</param>
    /// <param name="isReceivedIn">Whether an observation received at the given time counts; null counts all.</param>
    public void Add(TraceObservations observations, Func<DateTimeOffset, bool>? isReceivedIn = null)
    {
        foreach (NodeObservation observation in observations.Nodes)
        {
            if (isReceivedIn is null || isReceivedIn(observation.ReceivedAt))
            {
                Touch(observation.Node, observations.Second, observation.Segment).Add(observation);
            }
        }

        foreach (EdgeObservation observation in observations.Edges)
        {
            if (isReceivedIn is null || isReceivedIn(observation.ReceivedAt))
            {
                AddEdge(observation, observations.Second);
            }
        }

        _links.Add(observations.Links, isReceivedIn);
    }

    /// <summary>Adds everything that another fold has gathered.</summary>
    /// <param name="other">The other fold, of the same scope.</param>
    public void Merge(GraphFold other)
    {
        foreach (KeyValuePair<NodeKey, NodeTally> node in other._nodes)
        {
            NodeOf(node.Key).Merge(node.Value);
        }

        foreach (KeyValuePair<(NodeKey Source, NodeKey Target), EdgeTally> edge in other._edges)
        {
            EdgeOf(edge.Key.Source, edge.Key.Target).Merge(edge.Value);
        }

        _links.Merge(other._links);
    }

    /// <summary>The graph.</summary>
    /// <param name="linkedTrace">
    /// Finds the trace that a link names, or null; without it, and for services that are not in the graph, links are left out.
    /// </param>
    public ServiceGraph Build(Func<string, AssembledTrace?>? linkedTrace = null)
    {
        NodeKey[] keys = [.. _nodes.Keys.Order()];
        Dictionary<NodeKey, Service> services = new(keys.Length);
        RecordList<Service> ordered = [];
        foreach (NodeKey key in keys)
        {
            Service service = BuildNode(key, ordered.Count);
            services.Add(key, service);
            ordered.Add(service);
        }

        foreach (KeyValuePair<(NodeKey Source, NodeKey Target), EdgeTally> edge in _edges)
        {
            Connect(services[edge.Key.Source], services[edge.Key.Target], edge.Value.Build());
        }

        foreach ((NodeKey source, NodeKey target, Edge edge) in _links.Build(linkedTrace))
        {
            if (services.TryGetValue(source, out Service? from) && services.TryGetValue(target, out Service? to))
            {
                Connect(from, to, edge);
            }
        }

        ordered.ForEach(static service => service.Edges.Sort(CompareEdges));
        return new ServiceGraph(
            ordered,
            ordered.Min(static service => service.StartTime),
            ordered.Max(static service => service.EndTime)?.AddSeconds(-1));
    }

    private static int CompareEdges(Edge one, Edge other)
    {
        int order = one.ReferenceId!.Value.CompareTo(other.ReferenceId!.Value);
        return order != 0 ? order : string.CompareOrdinal(one.EdgeType, other.EdgeType);
    }

    private static void Connect(Service source, Service target, Edge edge)
    {
        edge.ReferenceId = target.ReferenceId;
        edge.SourceName = source.Name;
        edge.SourceType = source.Type;
        edge.TargetName = target.Name;
        edge.TargetType = target.Type;
        edge.StartTime = source.StartTime;
        edge.EndTime = source.EndTime;
        source.Edges.Add(edge);
    }

    private Service BuildNode(NodeKey key, int reference)
    {
        NodeTally node = _nodes[key];
        Service service = node.Build(key);
        service.ReferenceId = reference;
        if (scope == GraphScope.Service)
        {
            service.StartTime = node.FirstSecond is { } first ? Epoch.FromSeconds(first) : null;
            service.EndTime = node.LastSecond is { } last ? Epoch.FromSeconds(last + 1) : null;
            service.HostedIn = [];
            service.KeyAttributes = [];
        }

        return service;
    }

    private void AddEdge(EdgeObservation observation, double? second)
    {
        // An edge shows both its ends, even where their own observations belong to another window.
        Touch(observation.Source, second, observation.Callee.Caller?.Segment);
        Touch(observation.Target, second, observation.Callee);
        EdgeOf(Scoped(observation.Source), Scoped(observation.Target)).Add(observation);
    }

    /// <summary>Notes a trace's touch of a node, by way of a segment or, for clients, of none.</summary>
    private NodeTally Touch(NodeKey key, double? second, TraceEntity? segment)
    {
        NodeTally node = NodeOf(Scoped(key));
        node.Touch(second, segment is null ? NodeState.OfClient : NodeState.OfSegment(segment), segment?.IsRoot ?? false);
        return node;
    }

    private NodeKey Scoped(NodeKey key) => scope == GraphScope.Trace ? key : key with { Region = null };

    private NodeTally NodeOf(NodeKey key)
    {
        if (!_nodes.TryGetValue(key, out NodeTally? node))
        {
            _nodes.Add(key, node = new NodeTally());
        }

        return node;
    }

    private EdgeTally EdgeOf(NodeKey source, NodeKey target)
    {
        if (!_edges.TryGetValue((source, target), out EdgeTally? edge))
        {
            _edges.Add((source, target), edge = new EdgeTally());
        }

        return edge;
    }
}
