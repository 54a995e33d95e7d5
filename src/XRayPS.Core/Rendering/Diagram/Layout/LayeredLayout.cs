namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>
/// Lays graphs out in columns from callers to callees (Sugiyama, Tagawa, Toda, "Methods for visual understanding of
/// hierarchical system structures", 1981): cycles are opened, nodes get columns, columns an order with few crossings, and
/// the places in it heights that leave edges straight. Nodes never overlap. The same graph has the same layout.
/// </summary>
public static class LayeredLayout
{
    /// <summary>Lays a graph out.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="measures">The sizes.</param>
    public static LayoutResult Of(DiagramGraph graph, LayoutMeasures measures) => Of(
        graph.Nodes.Count,
        [.. graph.Edges.Select(edge => (edge.Source, edge.Target))],
        node => graph.Nodes[node].IsClient || graph.Nodes[node].Service.Root is true,
        measures);

    /// <summary>Lays a graph out.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">The edges, by the indices of their ends.</param>
    /// <param name="isEntry">Whether a node is where requests come in; it stands on the left if it can.</param>
    /// <param name="measures">The sizes.</param>
    public static LayoutResult Of(
        int nodes, IReadOnlyList<(int Source, int Target)> edges, Func<int, bool> isEntry, LayoutMeasures measures)
    {
        LayoutPart[] parts = [.. Parts(nodes, edges)
            .Select(part => LayoutPart.Lay(part, edges, isEntry, measures))
            .OrderByDescending(part => part.NodeCount)
            .ThenBy(part => part.FirstNode)];
        return PartPacking.Pack(nodes, edges.Count, parts, measures);
    }

    /// <summary>The nodes of each part that no edge connects with another.</summary>
    private static IEnumerable<List<int>> Parts(int nodes, IReadOnlyList<(int Source, int Target)> edges)
    {
        int[] representatives = [.. Enumerable.Range(0, nodes)];
        int Find(int node)
        {
            while (representatives[node] != node)
            {
                node = representatives[node] = representatives[representatives[node]];
            }

            return node;
        }

        foreach ((int source, int target) in edges)
        {
            (int one, int other) = (Find(source), Find(target));
            representatives[Math.Max(one, other)] = Math.Min(one, other);
        }

        return Enumerable.Range(0, nodes).GroupBy(Find).Select(group => group.ToList());
    }
}
