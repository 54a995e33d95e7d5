namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>Finds edges whose reversal leaves a graph without cycles: those that lead back in a walk from the entries.</summary>
internal static class CycleRemoval
{
    /// <summary>For each edge whether it is to be laid out from target to source. Edges from a node to itself are not.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">The edges.</param>
    /// <param name="isEntry">Whether a walk is to begin at a node, if it can.</param>
    internal static bool[] Find(int nodes, IReadOnlyList<(int Source, int Target)> edges, Func<int, bool> isEntry)
    {
        bool[] reversed = new bool[edges.Count];
        List<int>[] leaving = new List<int>[nodes];
        bool[] isCalled = new bool[nodes];
        for (int node = 0; node < nodes; node++)
        {
            leaving[node] = [];
        }

        for (int edge = 0; edge < edges.Count; edge++)
        {
            leaving[edges[edge].Source].Add(edge);
            isCalled[edges[edge].Target] |= edges[edge].Source != edges[edge].Target;
        }

        Visit[] visits = new Visit[nodes];
        foreach (int start in Enumerable.Range(0, nodes).OrderBy(node => isCalled[node] ? isEntry(node) ? 1 : 2 : 0))
        {
            Walk(start, edges, leaving, visits, reversed);
        }

        return reversed;
    }

    private static void Walk(
        int start, IReadOnlyList<(int Source, int Target)> edges, List<int>[] leaving, Visit[] visits, bool[] reversed)
    {
        if (visits[start] != Visit.None)
        {
            return;
        }

        Stack<(int Node, int Next)> open = new([(start, 0)]);
        visits[start] = Visit.Open;
        while (open.TryPop(out (int Node, int Next) at))
        {
            if (at.Next == leaving[at.Node].Count)
            {
                visits[at.Node] = Visit.Done;
                continue;
            }

            open.Push((at.Node, at.Next + 1));
            int edge = leaving[at.Node][at.Next];
            int target = edges[edge].Target;
            reversed[edge] = visits[target] == Visit.Open && target != at.Node;
            if (visits[target] == Visit.None)
            {
                visits[target] = Visit.Open;
                open.Push((target, 0));
            }
        }
    }

    private enum Visit : byte
    {
        None,
        Open,
        Done,
    }
}
