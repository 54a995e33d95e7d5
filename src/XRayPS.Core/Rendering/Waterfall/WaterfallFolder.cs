using XRayPS.Core.Analysis;
using XRayPS.Core.Documents;

namespace XRayPS.Core.Rendering;

/// <summary>
/// Lays a trace out in lines. Siblings that are equal in name, kind and outcome, down to everything inside, share a line
/// once there are many of them.
/// </summary>
internal static class WaterfallFolder
{
    /// <summary>Equal siblings from this number on share a line.</summary>
    internal const int FoldFrom = 4;

    internal static IEnumerable<WaterfallRow> Rows(Timeline timeline, bool fold)
    {
        Dictionary<TimelineEntry, int> likeness = fold ? Likeness(timeline) : [];
        Stack<(IReadOnlyList<TimelineEntry> Entries, int Depth, LastFlags Flags)> open = new();
        Push(open, timeline.Roots, 0, null, likeness);
        while (open.TryPop(out (IReadOnlyList<TimelineEntry> Entries, int Depth, LastFlags Flags) next))
        {
            IReadOnlyList<TimelineEntry> children = next.Entries.Count == 1 ? next.Entries[0].Children : [];
            yield return new WaterfallRow(next.Entries, next.Depth, next.Flags, children.Count > 0);
            Push(open, children, next.Depth + 1, next.Flags, likeness);
        }
    }

    private static void Push(
        Stack<(IReadOnlyList<TimelineEntry> Entries, int Depth, LastFlags Flags)> open,
        IReadOnlyList<TimelineEntry> siblings,
        int depth,
        LastFlags? above,
        Dictionary<TimelineEntry, int> likeness)
    {
        List<List<TimelineEntry>> lines = [];
        Dictionary<int, List<TimelineEntry>> together = [];
        Dictionary<int, int> counts = [];
        foreach (TimelineEntry entry in siblings.Where(likeness.ContainsKey))
        {
            counts[likeness[entry]] = counts.GetValueOrDefault(likeness[entry]) + 1;
        }

        foreach (TimelineEntry entry in siblings)
        {
            bool shares = likeness.TryGetValue(entry, out int key) && counts[key] >= FoldFrom;
            if (shares && together.TryGetValue(key, out List<TimelineEntry>? line))
            {
                line.Add(entry);
                continue;
            }

            lines.Add([entry]);
            if (shares)
            {
                together[key] = lines[^1];
            }
        }

        for (int i = lines.Count - 1; i >= 0; i--)
        {
            open.Push((lines[i], depth, new LastFlags(i == lines.Count - 1, above)));
        }
    }

    /// <summary>A number for each entry that is the same for entries that are equal down to everything inside.</summary>
    private static Dictionary<TimelineEntry, int> Likeness(Timeline timeline)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        Dictionary<TimelineEntry, int> likeness = new(timeline.Entries.Count);
        for (int i = timeline.Entries.Count - 1; i >= 0; i--)
        {
            TimelineEntry entry = timeline.Entries[i];
            string key = string.Join('\n',
                entry.Document.Name,
                entry.Kind,
                Outcome.Of(entry.Document),
                entry.InProgress,
                entry.IsOrphan,
                string.Join(',', entry.Children.Select(child => likeness[child])));
            if (!numbers.TryGetValue(key, out int number))
            {
                numbers[key] = number = numbers.Count;
            }

            likeness[entry] = number;
        }

        return likeness;
    }
}
