namespace XRayPS.Console.LineEditor;

/// <summary>
/// The candidates on the screen: the first Tab inserts what they have in common and lists them, further Tabs walk
/// through them.
/// </summary>
internal sealed class CompletionMenu
{
    private const string Selected = "\u001b[7m";
    private const string Faint = "\u001b[2m";
    private const string Reset = "\u001b[0m";
    private readonly CandidateSet set;
    private int length;
    private int index = -1;

    private CompletionMenu(CandidateSet set)
    {
        this.set = set;
        length = set.Length;
    }

    /// <summary>Begins a completion.</summary>
    /// <param name="set">The candidates.</param>
    /// <param name="buffer">The text, which is completed as far as is certain.</param>
    /// <returns>The menu of what is left to choose, or null.</returns>
    public static CompletionMenu? Begin(CandidateSet set, LineBuffer buffer)
    {
        if (set.Candidates.Count == 0)
        {
            return null;
        }

        CompletionMenu menu = new(set);
        if (set.Candidates.Count == 1)
        {
            menu.Put(set.Candidates[0].Text, buffer);
            return null;
        }

        string common = set.CommonPrefix();
        if (common.Length > set.Length)
        {
            menu.Put(common, buffer);
        }

        return menu;
    }

    /// <summary>Takes the next candidate, or the one before.</summary>
    /// <param name="step">1 or -1.</param>
    /// <param name="buffer">The text.</param>
    public void Move(int step, LineBuffer buffer)
    {
        int count = set.Candidates.Count;
        index = index < 0 ? (step > 0 ? 0 : count - 1) : (index + step + count) % count;
        Put(set.Candidates[index].Text, buffer);
    }

    /// <summary>The list in columns, and the hint of the candidate that is chosen.</summary>
    /// <param name="columns">The columns of the terminal.</param>
    /// <param name="rows">The rows that the list may take.</param>
    public IReadOnlyList<string> Lines(int columns, int rows)
    {
        IReadOnlyList<Candidate> all = set.Candidates;
        int widest = Math.Min(columns - 1, all.Max(c => TextWidth.Of(c.Label)) + 2);
        int perRow = Math.Max(1, (columns - 1) / Math.Max(1, widest));
        int needed = (all.Count + perRow - 1) / perRow;
        int height = Math.Clamp(needed, 1, Math.Max(1, rows - 1));
        int pageSize = height * perRow;
        int first = Math.Max(0, index) / pageSize * pageSize;
        int onPage = Math.Min(pageSize, all.Count - first);

        // Down the columns, as one reads a list; a page that is not full has shorter columns.
        int depth = (onPage + perRow - 1) / perRow;
        List<string> lines = [];
        for (int row = 0; row < depth; row++)
        {
            List<string> cells = [];
            for (int i = first + row; i < first + onPage; i += depth)
            {
                string label = TextWidth.Cut(all[i].Label, widest - 1);
                string padding = new(' ', Math.Max(0, widest - TextWidth.Of(label)));
                cells.Add(i == index ? Selected + label + Reset + padding : label + padding);
            }

            lines.Add(string.Concat(cells).TrimEnd(' '));
        }

        lines.Add(Faint + TextWidth.Cut(Foot(first, onPage), columns - 1) + Reset);
        return lines;
    }

    private string Foot(int first, int onPage)
    {
        string more = onPage < set.Candidates.Count
            ? $"{first + 1} to {first + onPage} of {set.Candidates.Count}  "
            : "";
        return more + (index < 0 ? "Tab chooses" : set.Candidates[index].Hint);
    }

    private void Put(string text, LineBuffer buffer)
    {
        buffer.Replace(set.Start, length, text);
        length = text.Length;
    }
}
