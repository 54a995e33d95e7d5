namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>Gives each node of a graph without cycles a column to the right of all its callers.</summary>
internal static class ColumnAssignment
{
    private const int Passes = 4;

    /// <summary>The column of each node, from 0.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">The edges, without cycles.</param>
    internal static int[] Assign(int nodes, IReadOnlyList<(int Source, int Target)> edges)
    {
        ILookup<int, int> callees = edges.ToLookup(edge => edge.Source, edge => edge.Target);
        ILookup<int, int> callers = edges.ToLookup(edge => edge.Target, edge => edge.Source);
        int[] order = Topological(nodes, callees, callers);
        int[] columns = new int[nodes];
        foreach (int node in order)
        {
            foreach (int callee in callees[node])
            {
                columns[callee] = Math.Max(columns[callee], columns[node] + 1);
            }
        }

        // Long edges cost room and crossings: who has more edges to the right than to the left moves towards them.
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (int node in Enumerable.Reverse(order))
            {
                if (callees[node].Count() > callers[node].Count())
                {
                    columns[node] = callees[node].Min(callee => columns[callee]) - 1;
                }
            }
        }

        int first = columns.DefaultIfEmpty().Min();
        return [.. columns.Select(column => column - first)];
    }

    private static int[] Topological(int nodes, ILookup<int, int> callees, ILookup<int, int> callers)
    {
        int[] waiting = [.. Enumerable.Range(0, nodes).Select(node => callers[node].Count())];
        Queue<int> ready = new(Enumerable.Range(0, nodes).Where(node => waiting[node] == 0));
        List<int> order = new(nodes);
        while (ready.TryDequeue(out int node))
        {
            order.Add(node);
            foreach (int callee in callees[node])
            {
                if (--waiting[callee] == 0)
                {
                    ready.Enqueue(callee);
                }
            }
        }

        return [.. order];
    }
}
