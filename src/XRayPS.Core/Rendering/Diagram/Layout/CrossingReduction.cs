namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>
/// Orders each column so that few edges cross: sweeps to and fro that put every vertex at the mean of its neighbours, then
/// exchanges of neighbours as long as one helps. The best order seen stays.
/// </summary>
internal static class CrossingReduction
{
    private const int Sweeps = 24;
    private const int Patience = 6;

    /// <summary>Orders the columns in place.</summary>
    /// <param name="columns">The columns.</param>
    internal static void Order(IReadOnlyList<List<Vertex>> columns)
    {
        Begin(columns);
        Vertex[][] best = Copy(columns);
        long fewest = CrossingCount.Of(columns);
        int idle = 0;
        for (int sweep = 0; sweep < Sweeps && idle < Patience && fewest > 0; sweep++)
        {
            Sweep(columns, sweep % 2 == 0);
            Exchange(columns);
            long crossings = CrossingCount.Of(columns);
            idle = crossings < fewest ? 0 : idle + 1;
            if (crossings < fewest)
            {
                fewest = crossings;
                best = Copy(columns);
            }
        }

        for (int i = 0; i < columns.Count; i++)
        {
            Set(columns[i], best[i]);
        }
    }

    /// <summary>The order of a walk from the left: trees come out without a crossing.</summary>
    private static void Begin(IReadOnlyList<List<Vertex>> columns)
    {
        HashSet<Vertex> seen = [];
        List<Vertex>[] ordered = [.. columns.Select(_ => new List<Vertex>())];
        foreach (Vertex start in columns.SelectMany(column => column))
        {
            Stack<Vertex> open = new([start]);
            while (open.TryPop(out Vertex? vertex))
            {
                if (!seen.Add(vertex))
                {
                    continue;
                }

                ordered[vertex.Column].Add(vertex);
                for (int i = vertex.Right.Count - 1; i >= 0; i--)
                {
                    open.Push(vertex.Right[i]);
                }
            }
        }

        for (int i = 0; i < columns.Count; i++)
        {
            Set(columns[i], ordered[i]);
        }
    }

    private static void Sweep(IReadOnlyList<List<Vertex>> columns, bool toTheRight)
    {
        for (int step = 1; step < columns.Count; step++)
        {
            List<Vertex> column = columns[toTheRight ? step : columns.Count - 1 - step];
            Set(column, [.. column.OrderBy(vertex => Mean(vertex, toTheRight ? vertex.Left : vertex.Right))]);
        }
    }

    // Who has no neighbour on that side stays where it is.
    private static double Mean(Vertex vertex, List<Vertex> neighbours) =>
        neighbours.Count == 0 ? vertex.Order : neighbours.Average(neighbour => neighbour.Order);

    private static void Exchange(IReadOnlyList<List<Vertex>> columns)
    {
        bool improved = true;
        for (int pass = 0; pass < Patience && improved; pass++)
        {
            improved = false;
            foreach (List<Vertex> column in columns)
            {
                for (int i = 0; i + 1 < column.Count; i++)
                {
                    Vertex upper = column[i];
                    Vertex lower = column[i + 1];
                    int now = CrossingCount.OfPair(upper.Left, lower.Left) + CrossingCount.OfPair(upper.Right, lower.Right);
                    int then = CrossingCount.OfPair(lower.Left, upper.Left) + CrossingCount.OfPair(lower.Right, upper.Right);
                    if (then < now)
                    {
                        (column[i], column[i + 1]) = (lower, upper);
                        (lower.Order, upper.Order) = (i, i + 1);
                        improved = true;
                    }
                }
            }
        }
    }

    private static Vertex[][] Copy(IReadOnlyList<List<Vertex>> columns) => [.. columns.Select(column => column.ToArray())];

    private static void Set(List<Vertex> column, IReadOnlyList<Vertex> order)
    {
        for (int i = 0; i < order.Count; i++)
        {
            column[i] = order[i];
            column[i].Order = i;
        }
    }
}
