namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>
/// Gives each vertex its height so that edges run straight where they can (Brandes, Köpf, "Fast and simple horizontal
/// coordinate assignment", 2001). Vertices are aligned in four ways, with the left or the right neighbours, pressed upwards
/// or downwards; the mean of the two in the middle is taken.
/// </summary>
internal sealed class RowPlacement
{
    private readonly IReadOnlyList<List<Vertex>> _columns;
    private readonly Func<Vertex, Vertex, double> _distance;

    // Edges that cross an edge between two passages give way: long edges are to run straight.
    private readonly HashSet<(Vertex Left, Vertex Right)> _giveWay = [];

    private RowPlacement(IReadOnlyList<List<Vertex>> columns, Func<Vertex, Vertex, double> distance)
    {
        _columns = columns;
        _distance = distance;
        for (int i = 1; i < columns.Count; i++)
        {
            FindConflicts(columns[i - 1], columns[i]);
        }
    }

    /// <summary>Sets the heights of all vertices.</summary>
    /// <param name="columns">The columns in their order.</param>
    /// <param name="distance">How far the middles of two neighbours in a column have to be apart.</param>
    internal static void Place(IReadOnlyList<List<Vertex>> columns, Func<Vertex, Vertex, double> distance)
    {
        RowPlacement placement = new(columns, distance);
        Dictionary<Vertex, double>[] candidates =
        [
            placement.Candidate(toTheLeft: true, upwards: true),
            placement.Candidate(toTheLeft: true, upwards: false),
            placement.Candidate(toTheLeft: false, upwards: true),
            placement.Candidate(toTheLeft: false, upwards: false),
        ];
        Dictionary<Vertex, double> smallest = candidates.MinBy(heights => heights.Values.Max() - heights.Values.Min())!;
        for (int i = 0; i < candidates.Length; i++)
        {
            bool upwards = i % 2 == 0;
            double shift = upwards
                ? smallest.Values.Min() - candidates[i].Values.Min()
                : smallest.Values.Max() - candidates[i].Values.Max();
            foreach (Vertex vertex in smallest.Keys)
            {
                candidates[i][vertex] += candidates[i] == smallest ? 0 : shift;
            }
        }

        foreach (Vertex vertex in columns.SelectMany(column => column))
        {
            double[] heights = [.. candidates.Select(candidate => candidate[vertex]).Order()];
            vertex.Y = (heights[1] + heights[2]) / 2;
        }
    }

    private void FindConflicts(List<Vertex> left, List<Vertex> right)
    {
        int from = 0;
        int scanned = 0;
        for (int i = 0; i < right.Count; i++)
        {
            Vertex? inner = right[i].IsPassage ? right[i].Left.Find(vertex => vertex.IsPassage) : null;
            if (inner is null && i < right.Count - 1)
            {
                continue;
            }

            int to = inner?.Order ?? left.Count - 1;
            for (; scanned <= i; scanned++)
            {
                Vertex vertex = right[scanned];
                foreach (Vertex neighbour in vertex.Left)
                {
                    if ((neighbour.Order < from || neighbour.Order > to) && !(vertex.IsPassage && neighbour.IsPassage))
                    {
                        _giveWay.Add((neighbour, vertex));
                    }
                }
            }

            from = to;
        }
    }

    private Dictionary<Vertex, double> Candidate(bool toTheLeft, bool upwards)
    {
        Dictionary<Vertex, Vertex> roots = Align(toTheLeft, upwards);
        Dictionary<Vertex, double> heights = Compact(roots, upwards);
        return roots.ToDictionary(pair => pair.Key, pair => upwards ? heights[pair.Value] : -heights[pair.Value]);
    }

    /// <summary>The first vertex of the straight line that each vertex is part of.</summary>
    private Dictionary<Vertex, Vertex> Align(bool toTheLeft, bool upwards)
    {
        Dictionary<Vertex, Vertex> roots = _columns.SelectMany(column => column).ToDictionary(vertex => vertex);
        HashSet<Vertex> continued = [];
        foreach (List<Vertex> column in toTheLeft ? _columns : _columns.Reverse())
        {
            int last = upwards ? -1 : int.MaxValue;
            foreach (Vertex vertex in upwards ? column : Enumerable.Reverse(column))
            {
                List<Vertex> neighbours = [.. (toTheLeft ? vertex.Left : vertex.Right).OrderBy(neighbour => neighbour.Order)];
                foreach (Vertex median in Medians(neighbours, upwards))
                {
                    bool isFree = upwards ? median.Order > last : median.Order < last;
                    bool givesWay = _giveWay.Contains(toTheLeft ? (median, vertex) : (vertex, median));
                    if (isFree && !givesWay && continued.Add(median))
                    {
                        roots[vertex] = roots[median];
                        last = median.Order;
                        break;
                    }
                }
            }
        }

        return roots;
    }

    private static IEnumerable<Vertex> Medians(List<Vertex> neighbours, bool upwards)
    {
        if (neighbours.Count == 0)
        {
            return [];
        }

        int low = (neighbours.Count - 1) / 2;
        int high = neighbours.Count / 2;
        if (low == high)
        {
            return [neighbours[low]];
        }

        return upwards ? [neighbours[low], neighbours[high]] : [neighbours[high], neighbours[low]];
    }

    /// <summary>Heights of the lines, as small as their distances allow, then each as close to the next as it can be.</summary>
    private Dictionary<Vertex, double> Compact(Dictionary<Vertex, Vertex> roots, bool upwards)
    {
        Dictionary<Vertex, Dictionary<Vertex, double>> after = [];
        Dictionary<Vertex, int> waiting = [];
        foreach (Vertex root in roots.Values)
        {
            after.TryAdd(root, []);
            waiting.TryAdd(root, 0);
        }

        foreach (List<Vertex> column in _columns)
        {
            for (int i = 1; i < column.Count; i++)
            {
                (Vertex first, Vertex second) = upwards ? (column[i - 1], column[i]) : (column[i], column[i - 1]);
                Dictionary<Vertex, double> next = after[roots[first]];
                double distance = _distance(first, second);
                waiting[roots[second]] += next.ContainsKey(roots[second]) ? 0 : 1;
                next[roots[second]] = Math.Max(next.GetValueOrDefault(roots[second]), distance);
            }
        }

        Queue<Vertex> ready = new(waiting.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        List<Vertex> order = [];
        Dictionary<Vertex, double> heights = after.Keys.ToDictionary(root => root, _ => 0d);
        while (ready.TryDequeue(out Vertex? root))
        {
            order.Add(root);
            foreach ((Vertex next, double distance) in after[root])
            {
                heights[next] = Math.Max(heights[next], heights[root] + distance);
                if (--waiting[next] == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }

        foreach (Vertex root in Enumerable.Reverse(order).Where(root => after[root].Count > 0))
        {
            heights[root] = Math.Max(heights[root], after[root].Min(next => heights[next.Key] - next.Value));
        }

        return heights;
    }
}
