namespace XRayPS.Diagrams;

/// <summary>
/// Gathers the nodes of one graph. A reference number means something only inside one graph, so nodes of another trace or
/// window, and a number that comes again, begin the next.
/// </summary>
internal sealed class GraphBuffer
{
    private readonly HashSet<int> _references = [];
    private List<Service> _nodes = [];

    /// <summary>Adds a node. When it belongs to another graph, the graph before it comes out.</summary>
    /// <param name="node">The node.</param>
    internal IReadOnlyList<Service> Add(Service node)
    {
        bool isNext = _nodes.Count > 0
            && (Subject(_nodes[0]) != Subject(node) || (node.ReferenceId is { } reference && _references.Contains(reference)));
        IReadOnlyList<Service> finished = isNext ? Take() : [];
        _nodes.Add(node);
        if (node.ReferenceId is { } own)
        {
            _references.Add(own);
        }

        return finished;
    }

    /// <summary>Takes what was gathered.</summary>
    internal IReadOnlyList<Service> Take()
    {
        List<Service> nodes = _nodes;
        _nodes = [];
        _references.Clear();
        return nodes;
    }

    private static (string? TraceId, DateTimeOffset? Start, DateTimeOffset? End) Subject(Service node) =>
        (node.TraceId, node.WindowStart, node.WindowEnd);
}
