namespace XRayPS.Core.Analysis;

/// <summary>
/// The chain of work that made a trace as long as it is. Seen from the end: what ended last held the trace up; before it
/// began, what ended last before that did; in between, the caller itself.
/// </summary>
public static class CriticalPath
{
    /// <summary>The steps by time. Their contributions add up to the duration; marks the entries that they name.</summary>
    /// <param name="timeline">The trace.</param>
    public static IReadOnlyList<CriticalPathStep> Of(Timeline timeline)
    {
        Dictionary<TimelineEntry, double> ends = Ends(timeline);
        List<(TimelineEntry? Entry, double From, double To)> stretches = [];

        // A frame is an entry whose time from `From` to `Cursor` is still to be given away, latest first. The frame at the
        // bottom stands for the trace itself, whose children are the roots.
        Stack<Frame> open = new();
        open.Push(new Frame(null, timeline.Roots, 0, timeline.Duration, ends));
        while (open.TryPeek(out Frame? frame))
        {
            TimelineEntry? child = frame.Next();
            if (child is null)
            {
                Add(stretches, frame.Entry, frame.From, frame.Cursor);
                open.Pop();
                continue;
            }

            double to = Math.Min(ends[child], frame.Cursor);
            double from = Math.Max(child.Start, frame.From);
            Add(stretches, frame.Entry, to, frame.Cursor);
            frame.Cursor = from;
            open.Push(new Frame(child, child.Children, from, to, ends));
        }

        stretches.Reverse();
        return [.. stretches.Select(stretch => Step(timeline, stretch.Entry, stretch.From, stretch.To))];
    }

    /// <summary>When each entry and everything below it has ended: asynchronous work outlives its caller.</summary>
    private static Dictionary<TimelineEntry, double> Ends(Timeline timeline)
    {
        Dictionary<TimelineEntry, double> ends = new(timeline.Entries.Count);
        for (int i = timeline.Entries.Count - 1; i >= 0; i--)
        {
            TimelineEntry entry = timeline.Entries[i];
            double end = entry.End;
            foreach (TimelineEntry child in entry.Children)
            {
                end = Math.Max(end, ends[child]);
            }

            ends[entry] = end;
        }

        return ends;
    }

    private static void Add(
        List<(TimelineEntry? Entry, double From, double To)> stretches, TimelineEntry? entry, double from, double to)
    {
        if (to <= from)
        {
            return;
        }

        stretches.Add((entry, from, to));
        for (TimelineEntry? at = entry; at is { IsOnCriticalPath: false }; at = at.Parent)
        {
            at.IsOnCriticalPath = true;
        }
    }

    private static CriticalPathStep Step(Timeline timeline, TimelineEntry? entry, double from, double to) => new()
    {
        TraceId = timeline.TraceId,
        Service = entry?.ServiceName,
        Name = entry?.Document.Name,
        Id = entry?.Document.Id,
        Start = Math.Round(from, 6),
        Contribution = Math.Round(to - from, 6),
        Share = (to - from) / timeline.Duration,
        Document = entry?.Document,
    };

    private sealed class Frame(
        TimelineEntry? entry,
        IReadOnlyList<TimelineEntry> children,
        double from,
        double to,
        Dictionary<TimelineEntry, double> ends)
    {
        private readonly List<TimelineEntry> _byEnd = [.. children
            .OrderByDescending(child => ends[child])
            .ThenBy(child => child.Start)
            .ThenBy(child => child.Document.Id, StringComparer.Ordinal)];

        private int _next;

        internal TimelineEntry? Entry => entry;

        internal double From => from;

        internal double Cursor { get; set; } = to;

        /// <summary>The child that worked last before the cursor; those that began after it ran beside what is taken.</summary>
        internal TimelineEntry? Next()
        {
            while (_next < _byEnd.Count)
            {
                TimelineEntry child = _byEnd[_next++];
                if (child.Start < Cursor && ends[child] > from && ends[child] > child.Start)
                {
                    return child;
                }
            }

            return null;
        }
    }
}
