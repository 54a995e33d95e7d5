namespace XRayPS.Core.Analysis;

/// <summary>The segments of a trace as one tree on one time axis.</summary>
public sealed class Timeline
{
    /// <summary>Seconds by which the clocks of two hosts may differ without being told of.</summary>
    public const double SkewTolerance = 0.001;

    private readonly List<TimelineEntry> _all = [];

    private Timeline(string? traceId) => TraceId = traceId;

    /// <summary>The trace's id.</summary>
    public string? TraceId { get; }

    /// <summary>The earliest start, epoch seconds.</summary>
    public double StartSeconds { get; private set; }

    /// <summary>Seconds from the earliest start to the latest end. 0 when nothing has ended.</summary>
    public double Duration { get; private set; }

    /// <summary>Entries without a caller, by start: the roots, then orphans.</summary>
    public IReadOnlyList<TimelineEntry> Roots { get; private set; } = [];

    /// <summary>All entries, each before its children, children by start.</summary>
    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    /// <summary>
    /// Builds the tree. Segments whose document could not be read are left out. A segment that X-Ray inferred from a call
    /// repeats the call: it becomes the call's <see cref="TimelineEntry.Inferred"/> rather than an entry of its own.
    /// </summary>
    /// <param name="trace">The trace.</param>
    public static Timeline Of(Trace trace) =>
        Of(trace.Id, trace.Segments.Select(segment => segment.Parsed).OfType<SegmentDocument>());

    /// <summary>Builds the tree.</summary>
    /// <param name="traceId">The trace's id.</param>
    /// <param name="segments">The segments, with their subsegments inside.</param>
    public static Timeline Of(string? traceId, IEnumerable<SegmentDocument> segments)
    {
        Timeline timeline = new(traceId);
        foreach (SegmentDocument segment in segments)
        {
            timeline.Collect(segment);
        }

        timeline.Connect();
        timeline.Place();
        timeline.Order();
        timeline.Measure();
        return timeline;
    }

    /// <summary>Adds a segment and everything inside, without recursion: depth is the sender's to choose.</summary>
    private void Collect(SegmentDocument segment)
    {
        Stack<(SegmentDocument Document, TimelineEntry? Parent)> open = new([(segment, null)]);
        while (open.TryPop(out (SegmentDocument Document, TimelineEntry? Parent) next))
        {
            bool isSegment = next.Parent is null && next.Document.Type is not "subsegment";
            TimelineEntry entry = new(next.Document, isSegment, segment.Name) { Parent = next.Parent };
            next.Parent?.ChildList.Add(entry);
            _all.Add(entry);
            foreach (SegmentDocument child in next.Document.Subsegments)
            {
                open.Push((child, entry));
            }
        }
    }

    /// <summary>Hangs each segment under the call that it names.</summary>
    private void Connect()
    {
        Dictionary<string, TimelineEntry> byId = new(StringComparer.OrdinalIgnoreCase);
        foreach (TimelineEntry entry in _all.Where(entry => entry.Document.Id is not null))
        {
            byId.TryAdd(entry.Document.Id!, entry);
        }

        // The last to start first: of two that name each other, the one that started first stays the caller.
        List<TimelineEntry> called = [.. _all.Where(entry => entry.IsSegment && entry.Document.ParentId is not null)];
        called.Sort((a, b) => Nullable.Compare(b.Document.StartSeconds, a.Document.StartSeconds));
        HashSet<TimelineEntry> inferred = [];
        foreach (TimelineEntry entry in called)
        {
            if (!byId.TryGetValue(entry.Document.ParentId!, out TimelineEntry? parent) || IsAbove(entry, parent))
            {
                entry.IsOrphan = true;
            }
            else if (entry.Document.Inferred && !parent.IsSegment)
            {
                parent.Inferred = entry.Document;
                inferred.Add(entry);
                inferred.UnionWith(entry.ChildList);
            }
            else
            {
                entry.Parent = parent;
                parent.ChildList.Add(entry);
            }
        }

        _all.RemoveAll(inferred.Contains);
    }

    /// <summary>Whether an entry stands on the chain of callers, which hostile ids could close to a ring.</summary>
    private static bool IsAbove(TimelineEntry entry, TimelineEntry other)
    {
        for (TimelineEntry? at = other; at is not null; at = at.Parent)
        {
            if (at == entry)
            {
                return true;
            }
        }

        return false;
    }

    private void Place()
    {
        if (_all.Count == 0)
        {
            return;
        }

        StartSeconds = _all.Min(entry => entry.Document.StartSeconds) ?? 0;
        double end = _all.Max(entry => entry.Document.EndSeconds ?? entry.Document.StartSeconds) ?? StartSeconds;
        Duration = Round(Math.Max(end - StartSeconds, 0));
        foreach (TimelineEntry entry in _all)
        {
            entry.Start = entry.Document.StartSeconds is { } began ? Round(began - StartSeconds) : entry.Parent?.Start ?? 0;
            entry.End = entry.Document.EndSeconds is { } ended
                ? Math.Max(Round(ended - StartSeconds), entry.Start)
                : Duration;
        }

        foreach (TimelineEntry entry in _all)
        {
            entry.ChildList.Sort(ByStart);
        }

        foreach (TimelineEntry entry in _all.Where(entry => entry is { IsSegment: true, Parent: not null }))
        {
            TimelineEntry call = entry.Parent!;
            bool early = entry.Start < call.Start - SkewTolerance;
            bool late = !call.InProgress && entry.Start > call.End + SkewTolerance;
            entry.HasClockSkew = early || late;
        }
    }

    private void Order()
    {
        List<TimelineEntry> roots = [.. _all.Where(entry => entry.Parent is null)];
        roots.Sort((a, b) => a.IsOrphan == b.IsOrphan ? ByStart(a, b) : a.IsOrphan.CompareTo(b.IsOrphan));
        Roots = roots;
        List<TimelineEntry> ordered = new(_all.Count);
        Stack<TimelineEntry> open = new(Enumerable.Reverse(roots));
        while (open.TryPop(out TimelineEntry? entry))
        {
            entry.Depth = entry.Parent is null ? 0 : entry.Parent.Depth + 1;
            ordered.Add(entry);
            for (int i = entry.ChildList.Count - 1; i >= 0; i--)
            {
                open.Push(entry.ChildList[i]);
            }
        }

        Entries = ordered;
    }

    private void Measure()
    {
        foreach (TimelineEntry entry in Entries)
        {
            double covered = 0;
            double until = entry.Start;
            foreach (TimelineEntry child in entry.ChildList)
            {
                double from = Math.Max(child.Start, until);
                double to = Math.Min(child.End, entry.End);
                if (to > from)
                {
                    covered += to - from;
                    until = to;
                }
            }

            entry.SelfTime = Round(Math.Max(entry.End - entry.Start - covered, 0));
        }
    }

    private static int ByStart(TimelineEntry left, TimelineEntry right)
    {
        int order = left.Start.CompareTo(right.Start);
        return order != 0 ? order : string.CompareOrdinal(left.Document.Id, right.Document.Id);
    }

    /// <summary>Documents carry microseconds; a difference of two epoch doubles carries noise beyond them.</summary>
    private static double Round(double seconds) => Math.Round(seconds, 6);
}
