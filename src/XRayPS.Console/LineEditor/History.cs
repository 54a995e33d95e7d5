namespace XRayPS.Console.LineEditor;

/// <summary>The lines that were typed, oldest first, and a walk through them.</summary>
internal sealed class History
{
    private readonly List<string> lines = [];
    private int position;
    private string? filter;

    /// <summary>Starts with lines that are known from before.</summary>
    /// <param name="known">The lines, oldest first.</param>
    public History(IEnumerable<string> known)
    {
        lines.AddRange(known);
        position = lines.Count;
    }

    /// <summary>The lines, oldest first.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Adds a line, unless it is empty or the last one again, and ends the walk.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Whether it was added.</returns>
    public bool Add(string line)
    {
        bool isNew = !string.IsNullOrWhiteSpace(line) && (lines.Count == 0 || lines[^1] != line);
        if (isNew)
        {
            lines.Add(line);
        }

        EndWalk();
        return isNew;
    }

    /// <summary>Forgets where the walk was.</summary>
    public void EndWalk()
    {
        position = lines.Count;
        filter = null;
    }

    /// <summary>The next older line that starts with what was typed when the walk began.</summary>
    /// <param name="typed">What is typed now.</param>
    /// <returns>The line, or null when there is none.</returns>
    public string? Older(string typed)
    {
        filter ??= typed;
        for (int i = position - 1; i >= 0; i--)
        {
            if (lines[i].StartsWith(filter, StringComparison.OrdinalIgnoreCase) && lines[i] != typed)
            {
                position = i;
                return lines[i];
            }
        }

        return null;
    }

    /// <summary>The next newer line, and after the newest what was typed when the walk began.</summary>
    /// <param name="typed">What is typed now.</param>
    /// <returns>The line, or null when there is no walk.</returns>
    public string? Newer(string typed)
    {
        if (filter is null)
        {
            return null;
        }

        for (int i = position + 1; i < lines.Count; i++)
        {
            if (lines[i].StartsWith(filter, StringComparison.OrdinalIgnoreCase) && lines[i] != typed)
            {
                position = i;
                return lines[i];
            }
        }

        string start = filter;
        EndWalk();
        return start;
    }

    /// <summary>The newest line before an index that contains a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">The index; the count of lines searches them all.</param>
    /// <returns>The index of the line, or -1.</returns>
    public int Search(string text, int before)
    {
        for (int i = Math.Min(before, lines.Count) - 1; i >= 0; i--)
        {
            if (lines[i].Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
