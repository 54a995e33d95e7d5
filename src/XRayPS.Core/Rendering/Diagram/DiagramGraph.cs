using XRayPS.Core.Documents;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Rendering.Diagram;

/// <summary>A service graph made ready to be drawn: nodes by index, edges with both ends.</summary>
public sealed class DiagramGraph
{
    private DiagramGraph(IReadOnlyList<DiagramNode> nodes, IReadOnlyList<DiagramEdge> edges, TimeSpan? window)
    {
        Nodes = nodes;
        Edges = edges;
        Window = window;
        MostTraffic = edges.Select(edge => edge.Load?.Total ?? 0).DefaultIfEmpty().Max();
    }

    /// <summary>The nodes, in the order of the graph.</summary>
    public IReadOnlyList<DiagramNode> Nodes { get; }

    /// <summary>The edges, by source, in the order of the graph.</summary>
    public IReadOnlyList<DiagramEdge> Edges { get; }

    /// <summary>The time that the counts belong to; null for the graph of one trace.</summary>
    public TimeSpan? Window { get; }

    private long MostTraffic { get; }

    /// <summary>
    /// Makes a diagram of the nodes of one graph. An edge whose target is not among the nodes is left out: who draws a
    /// selection does not want the rest.
    /// </summary>
    /// <param name="services">The nodes with their edges.</param>
    public static DiagramGraph Of(IEnumerable<Service> services)
    {
        List<DiagramNode> nodes = [];
        Dictionary<int, int> byReference = [];
        Dictionary<(string? Name, string? Type), int> byName = [];
        foreach (Service service in services)
        {
            int index = nodes.Count;
            nodes.Add(new DiagramNode(index, service, DiagramLoad.Of(service)));
            byName.TryAdd((service.Name, service.Type), index);
            if (service.ReferenceId is { } reference)
            {
                byReference.TryAdd(reference, index);
            }
        }

        List<DiagramEdge> edges = [];
        foreach (DiagramNode node in nodes)
        {
            foreach (Edge edge in node.Service.Edges)
            {
                bool found = edge.ReferenceId is { } reference
                    ? byReference.TryGetValue(reference, out int target)
                    : byName.TryGetValue((edge.TargetName, edge.TargetType), out target);
                if (found)
                {
                    edges.Add(new DiagramEdge(node.Index, target, edge, DiagramLoad.Of(edge)));
                }
            }
        }

        return new DiagramGraph(nodes, edges, WindowOf(nodes));
    }

    /// <summary>Makes a diagram of what some traces touched.</summary>
    /// <param name="traces">The traces.</param>
    public static DiagramGraph Of(IReadOnlyCollection<Trace> traces)
    {
        GraphFold fold = new(traces.Count == 1 ? GraphScope.Trace : GraphScope.Service);
        Dictionary<string, Trace> byId = new(StringComparer.Ordinal);
        foreach (Trace trace in traces)
        {
            fold.Add(TraceAssembly.Assemble(trace));
            byId.TryAdd(trace.Id ?? "", trace);
        }

        ServiceGraph graph = fold.Build(id => byId.TryGetValue(id, out Trace? linked) ? TraceAssembly.Assemble(linked) : null);
        return Of(graph.Services);
    }

    /// <summary>How wide an edge is drawn, from 0 to 1, by the logarithm of its traffic: a tenth of it is still seen.</summary>
    /// <param name="edge">The edge.</param>
    public double Weight(DiagramEdge edge) => edge.Load is { Total: > 0 } load && MostTraffic > 1
        ? Math.Log(load.Total) / Math.Log(MostTraffic)
        : 0;

    private static TimeSpan? WindowOf(List<DiagramNode> nodes)
    {
        if (nodes.Exists(node => node.Service.TraceId is not null))
        {
            return null;
        }

        DateTimeOffset? start = nodes.Min(node => node.Service.WindowStart ?? node.Service.StartTime);
        DateTimeOffset? end = nodes.Max(node => node.Service.WindowEnd ?? node.Service.EndTime);
        return end - start is { } span && span > TimeSpan.Zero ? span : null;
    }
}
