namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>Counts how often the edges between neighbouring columns cross.</summary>
internal static class CrossingCount
{
    /// <summary>All crossings.</summary>
    /// <param name="columns">The columns, each in its order.</param>
    internal static long Of(IReadOnlyList<List<Vertex>> columns)
    {
        long count = 0;
        for (int i = 0; i + 1 < columns.Count; i++)
        {
            count += Between(columns[i], columns[i + 1].Count);
        }

        return count;
    }

    /// <summary>
    /// The crossings of the edges that leave a column: pairs whose ends stand in opposite order, counted with a tree of
    /// sums (Barth, Jünger, Mutzel, "Simple and efficient bilayer cross counting", 2002).
    /// </summary>
    private static long Between(List<Vertex> column, int size)
    {
        int[] sums = new int[size + 1];
        long count = 0;
        int seen = 0;
        foreach (Vertex vertex in column)
        {
            int[] ends = [.. vertex.Right.Select(right => right.Order)];
            foreach (int end in ends)
            {
                int notBelow = 0;
                for (int i = end + 1; i > 0; i -= i & -i)
                {
                    notBelow += sums[i];
                }

                count += seen - notBelow;
            }

            foreach (int end in ends)
            {
                for (int i = end + 1; i <= size; i += i & -i)
                {
                    sums[i]++;
                }
            }

            seen += ends.Length;
        }

        return count;
    }

    /// <summary>How often the edges of two neighbours in a column cross, on one side.</summary>
    /// <param name="upper">The neighbours of the one above.</param>
    /// <param name="lower">The neighbours of the one below.</param>
    internal static int OfPair(List<Vertex> upper, List<Vertex> lower)
    {
        int count = 0;
        foreach (Vertex one in upper)
        {
            foreach (Vertex other in lower)
            {
                count += one.Order > other.Order ? 1 : 0;
            }
        }

        return count;
    }
}
