namespace XRayPS.Core.Analysis;

/// <summary>Looks through a trace for what usually costs time or hides the truth.</summary>
public static class ProblemFinder
{
    /// <summary>Calls from this number on count as repeated.</summary>
    public const int RepeatedFrom = 5;

    /// <summary>Failures of one call in a row from this number on count as a storm of retries.</summary>
    public const int RetriesFrom = 3;

    /// <summary>Annotations that X-Ray indexes per trace.</summary>
    public const int AnnotationLimit = 50;

    /// <summary>Calls in a row save time side by side only when that saves at least this share of their caller.</summary>
    public const double LeastSaving = 0.2;

    /// <summary>The findings, those with the most time at stake first.</summary>
    /// <param name="timeline">The trace.</param>
    public static IReadOnlyList<TraceProblem> Find(Timeline timeline)
    {
        List<TraceProblem> problems = [];
        new CallPatterns(timeline, problems).Find();
        AddMissingParents(timeline, problems);
        AddClockSkew(timeline, problems);
        AddLeftovers(timeline, problems);
        AddAnnotations(timeline, problems);
        return [.. problems.OrderByDescending(static problem => problem.TimeAtStake).ThenBy(static problem => problem.Kind)];
    }

    /// <summary>A finding on some entries.</summary>
    internal static TraceProblem Problem(
        TraceProblemKind kind,
        Timeline timeline,
        TimelineEntry at,
        List<TimelineEntry> entries,
        double stake,
        string message) => new()
        {
            Kind = kind,
            TraceId = timeline.TraceId,
            Service = at.ServiceName,
            Message = message,
            Count = entries.Count,
            TimeAtStake = Math.Round(Math.Max(stake, 0), 6),
            SegmentIds = new RecordList<string>(entries.Select(static entry => entry.Document.Id ?? "")),
            Segments = new RecordList<SegmentDocument>(entries.Select(static entry => entry.Document)),
        };

    /// <summary>One finding for each parent that is not there, however many name it.</summary>
    private static void AddMissingParents(Timeline timeline, List<TraceProblem> problems)
    {
        List<TimelineEntry> orphans = [.. timeline.Entries.Where(static entry => entry.IsOrphan)];
        if (orphans.Count == 0)
        {
            return;
        }

        StringComparer ids = StringComparer.OrdinalIgnoreCase;
        HashSet<string?> present = new(timeline.Entries.Select(static entry => entry.Document.Id), ids);
        foreach (IGrouping<string?, TimelineEntry> missing in orphans.GroupBy(static entry => entry.Document.ParentId, ids))
        {
            List<TimelineEntry> children = [.. missing];
            string who = children.Count == 1
                ? $"'{children[0].Document.Name}' was"
                : $"{children.Count} segments, the first is '{children[0].Document.Name}', were";
            string why = present.Contains(missing.Key)
                ? "which they call themselves. Two services share an id, or one sent a wrong parent."
                : "which is not in the trace. The caller did not send its segment, or it is still to come.";
            problems.Add(Problem(
                TraceProblemKind.MissingParent, timeline, children[0], children, 0, $"{who} called by {missing.Key}, {why}"));
        }
    }

    /// <summary>One finding for each pair of services: clocks are wrong for all calls between two hosts alike.</summary>
    private static void AddClockSkew(Timeline timeline, List<TraceProblem> problems)
    {
        foreach (IGrouping<(string?, string?), TimelineEntry> pair in timeline.Entries
            .Where(static entry => entry.HasClockSkew)
            .GroupBy(static entry => (entry.Parent!.ServiceName, entry.ServiceName)))
        {
            List<TimelineEntry> skewed = [.. pair];
            TimelineEntry worst = skewed.MaxBy(SkewOf)!;
            double off = SkewOf(worst);
            string often = skewed.Count == 1 ? "" : $", and so it is with {skewed.Count - 1} more of its calls";
            string when = worst.Start < worst.Parent!.Start ? "before" : "after the end of";
            List<TimelineEntry> both = [.. skewed.SelectMany(static entry => new[] { entry.Parent!, entry }).Distinct()];
            TraceProblem problem = Problem(TraceProblemKind.ClockSkew, timeline, worst, both, off,
                $"'{worst.Document.Name}' seems to start {SecondsText.Of(off)} {when} the call that caused it{often}. "
                + "The clocks of the two hosts disagree.");
            problem.Count = skewed.Count;
            problems.Add(problem);
        }
    }

    private static double SkewOf(TimelineEntry entry) =>
        entry.Start < entry.Parent!.Start ? entry.Parent.Start - entry.Start : entry.Start - entry.Parent.End;

    /// <summary>A trace of which nothing has ended is young rather than broken.</summary>
    private static void AddLeftovers(Timeline timeline, List<TraceProblem> problems)
    {
        List<TimelineEntry> open = [.. timeline.Entries.Where(static entry => entry.InProgress)];
        if (open.Count > 0 && open.Count < timeline.Entries.Count)
        {
            string who = open.Count == 1 ? "1 entry was" : $"{open.Count} entries were";
            double longest = open.Max(static entry => entry.End - entry.Start);
            problems.Add(Problem(TraceProblemKind.LeftInProgress, timeline, open[0], open, longest,
                $"{who} never completed, the first is '{open[0].Document.Name}'. "
                + "The process is still at work, or ended before it could send."));
        }
    }

    private static void AddAnnotations(Timeline timeline, List<TraceProblem> problems)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        List<TimelineEntry> holders = [];
        foreach (TimelineEntry entry in timeline.Entries.Where(static entry => entry.Document.Annotations is { Count: > 0 }))
        {
            keys.UnionWith(entry.Document.Annotations!.Keys);
            holders.Add(entry);
        }

        if (keys.Count > AnnotationLimit)
        {
            TraceProblem problem = Problem(TraceProblemKind.TooManyAnnotations, timeline, holders[0], holders, 0,
                $"The trace has {keys.Count} annotation keys; X-Ray indexes {AnnotationLimit} a trace, the others cannot be searched for. Put what is not searched for into metadata.");
            problem.Count = keys.Count;
            problems.Add(problem);
        }
    }
}
