using XRayPS.Core.Documents;

namespace XRayPS.Core.Analysis;

/// <summary>
/// Aligns the steps of two traces by structure: the same names on the way from the root, and the same place among equal
/// siblings. Ids and times play no part, because they always differ.
/// </summary>
public static class TraceComparer
{
    /// <summary>Differences smaller than this many seconds are noise.</summary>
    public const double LeastDifference = 0.001;

    /// <summary>Differences smaller than this share of the first duration are noise.</summary>
    public const double LeastShare = 0.1;

    /// <summary>The steps of both traces, in the order of the tree.</summary>
    /// <param name="reference">The first trace.</param>
    /// <param name="difference">The second trace.</param>
    public static IEnumerable<TraceStepComparison> Compare(Timeline reference, Timeline difference)
    {
        // A pair is a step of both traces, or of one with nothing beside it. Depth first, so that a step comes before
        // those inside.
        Stack<(TimelineEntry? First, TimelineEntry? Second, string Path, int Depth)> open = new();
        Push(open, reference.Roots, difference.Roots, "", 0);
        while (open.TryPop(out (TimelineEntry? First, TimelineEntry? Second, string Path, int Depth) pair))
        {
            yield return Step(pair.First, pair.Second, pair.Path, pair.Depth);
            Push(open, pair.First?.Children ?? [], pair.Second?.Children ?? [], pair.Path, pair.Depth + 1);
        }
    }

    private static void Push(
        Stack<(TimelineEntry? First, TimelineEntry? Second, string Path, int Depth)> open,
        IReadOnlyList<TimelineEntry> first,
        IReadOnlyList<TimelineEntry> second,
        string path,
        int depth)
    {
        List<(string Key, TimelineEntry? First, TimelineEntry? Second)> pairs = Align(first, second);
        for (int i = pairs.Count - 1; i >= 0; i--)
        {
            TimelineEntry any = (pairs[i].First ?? pairs[i].Second)!;
            string own = path.Length == 0 ? any.Document.Name ?? "" : $"{path} / {any.Document.Name}";
            open.Push((pairs[i].First, pairs[i].Second, own, depth));
        }
    }

    /// <summary>Pairs siblings by name and by their number among those of that name; what is left stays alone.</summary>
    private static List<(string Key, TimelineEntry? First, TimelineEntry? Second)> Align(
        IReadOnlyList<TimelineEntry> first, IReadOnlyList<TimelineEntry> second)
    {
        Dictionary<string, Queue<TimelineEntry>> waiting = new(StringComparer.Ordinal);
        foreach (TimelineEntry entry in second)
        {
            string key = KeyOf(entry);
            if (!waiting.TryGetValue(key, out Queue<TimelineEntry>? queue))
            {
                waiting[key] = queue = new Queue<TimelineEntry>();
            }

            queue.Enqueue(entry);
        }

        List<(string Key, TimelineEntry? First, TimelineEntry? Second)> pairs = new(first.Count);
        HashSet<TimelineEntry> taken = [];
        foreach (TimelineEntry entry in first)
        {
            string key = KeyOf(entry);
            TimelineEntry? partner = waiting.TryGetValue(key, out Queue<TimelineEntry>? queue) && queue.TryDequeue(out TimelineEntry? next)
                ? next
                : null;
            if (partner is not null)
            {
                taken.Add(partner);
            }

            pairs.Add((key, entry, partner));
        }

        pairs.AddRange(second.Where(entry => !taken.Contains(entry)).Select(entry => (KeyOf(entry), (TimelineEntry?)null, (TimelineEntry?)entry)));
        return pairs;
    }

    private static string KeyOf(TimelineEntry entry) => $"{(entry.IsSegment ? 's' : 'u')}{entry.Document.Name}\n{entry.Document.Namespace}";

    private static TraceStepComparison Step(TimelineEntry? first, TimelineEntry? second, string path, int depth)
    {
        TimelineEntry any = (first ?? second)!;
        double? before = DurationOf(first);
        double? after = DurationOf(second);
        double? delta = after - before;
        return new TraceStepComparison
        {
            Change = first is null ? StepChange.Added
                : second is null ? StepChange.Removed
                : OutcomeChange(first, second) ?? ChangeOf(delta, before),
            Path = path,
            Service = any.ServiceName,
            Name = any.Document.Name,
            Depth = depth,
            ReferenceDuration = before,
            DifferenceDuration = after,
            Delta = delta is null ? null : Math.Round(delta.Value, 6),
            SelfDelta = first is null || second is null ? null : Math.Round(second.SelfTime - first.SelfTime, 6),
            ReferenceStatus = first is null ? null : Outcome.Of(first.Document),
            DifferenceStatus = second is null ? null : Outcome.Of(second.Document),
            ReferenceId = first?.Document.Id,
            DifferenceId = second?.Document.Id,
        };
    }

    private static double? DurationOf(TimelineEntry? entry) =>
        entry is null or { InProgress: true } ? null : Math.Round(entry.End - entry.Start, 6);

    /// <summary>That a step failed says more than how long it took.</summary>
    private static StepChange? OutcomeChange(TimelineEntry first, TimelineEntry second) =>
        (Outcome.Of(first.Document) == TraceStatus.Ok, Outcome.Of(second.Document) == TraceStatus.Ok) switch
        {
            (true, false) => StepChange.Failed,
            (false, true) => StepChange.Recovered,
            _ => null,
        };

    private static StepChange ChangeOf(double? delta, double? before)
    {
        if (delta is not { } seconds || Math.Abs(seconds) < Math.Max(LeastDifference, LeastShare * (before ?? 0)))
        {
            return StepChange.Same;
        }

        return seconds > 0 ? StepChange.Slower : StepChange.Faster;
    }
}
