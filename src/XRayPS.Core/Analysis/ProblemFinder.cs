using System.Globalization;
using XRayPS.Core.Documents;

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
        foreach (TimelineEntry entry in timeline.Entries.Where(entry => entry.Children.Count > 1))
        {
            AddCallPatterns(timeline, entry, problems);
        }

        AddFlagged(timeline, problems);
        AddAnnotations(timeline, problems);
        return [.. problems.OrderByDescending(problem => problem.TimeAtStake).ThenBy(problem => problem.Kind)];
    }

    /// <summary>Retries explain repetition, and repetition explains a row: of the three, the first that holds is told.</summary>
    private static void AddCallPatterns(Timeline timeline, TimelineEntry caller, List<TraceProblem> problems)
    {
        HashSet<TimelineEntry> explained = [];
        foreach (IGrouping<string, TimelineEntry> same in caller.Children
            .Where(IsCall)
            .GroupBy(KeyOf, StringComparer.Ordinal))
        {
            List<TimelineEntry> calls = [.. same];
            List<TimelineEntry> failed = [.. calls.Where(call => Outcome.Of(call.Document) != TraceStatus.Ok)];
            double inRow = calls.Sum(call => call.End - call.Start);
            if (failed.Count >= RetriesFrom)
            {
                explained.UnionWith(calls);
                problems.Add(Problem(TraceProblemKind.RetryStorm, timeline, caller, failed, failed.Sum(call => call.End - call.Start),
                    $"{Describe(calls[0])} failed {failed.Count} times out of {calls.Count}; the retries cost {Seconds(failed.Sum(c => c.End - c.Start))}. Back off, or give up earlier."));
            }
            else if (calls.Count >= RepeatedFrom && AreInRow(calls))
            {
                explained.UnionWith(calls);
                problems.Add(Problem(TraceProblemKind.RepeatedCalls, timeline, caller, calls, inRow - calls.Max(call => call.End - call.Start),
                    $"{Describe(calls[0])} was called {calls.Count} times, one after another, {Seconds(inRow)} in all. Ask for everything in one call."));
            }
        }

        AddSequential(timeline, caller, [.. caller.Children.Where(child => IsCall(child) && !explained.Contains(child))], problems);
    }

    /// <summary>The longest run of calls of which none begins before the one before has ended.</summary>
    private static void AddSequential(
        Timeline timeline, TimelineEntry caller, List<TimelineEntry> calls, List<TraceProblem> problems)
    {
        List<TimelineEntry> run = [];
        List<TimelineEntry> best = [];
        foreach (TimelineEntry call in calls)
        {
            if (run.Count > 0 && call.Start < run[^1].End)
            {
                run = [];
            }

            run.Add(call);
            best = run.Count > best.Count ? [.. run] : best;
        }

        double total = best.Sum(call => call.End - call.Start);
        double saving = best.Count < 2 ? 0 : total - best.Max(call => call.End - call.Start);
        double length = caller.End - caller.Start;
        if (best.Select(KeyOf).Distinct(StringComparer.Ordinal).Count() >= 2 && length > 0 && saving >= LeastSaving * length)
        {
            problems.Add(Problem(TraceProblemKind.SequentialCalls, timeline, caller, best, saving,
                $"{best.Count} calls run one after another ({string.Join(", ", best.Select(Describe).Distinct(StringComparer.Ordinal).Take(4))}); side by side they would save up to {Seconds(saving)}, if none needs another's answer."));
        }
    }

    private static void AddFlagged(Timeline timeline, List<TraceProblem> problems)
    {
        foreach (TimelineEntry orphan in timeline.Entries.Where(entry => entry.IsOrphan))
        {
            problems.Add(Problem(TraceProblemKind.MissingParent, timeline, orphan, [orphan], 0,
                $"'{orphan.Document.Name}' was called by {orphan.Document.ParentId}, which is not in the trace. The caller did not send its segment, or it is still to come."));
        }

        foreach (TimelineEntry skewed in timeline.Entries.Where(entry => entry.HasClockSkew))
        {
            TimelineEntry call = skewed.Parent!;
            double off = skewed.Start < call.Start ? call.Start - skewed.Start : skewed.Start - call.End;
            problems.Add(Problem(TraceProblemKind.ClockSkew, timeline, skewed, [call, skewed], off,
                $"'{skewed.Document.Name}' seems to start {Seconds(off)} {(skewed.Start < call.Start ? "before" : "after the end of")} the call that caused it. The clocks of the two hosts disagree."));
        }

        List<TimelineEntry> open = [.. timeline.Entries.Where(entry => entry.InProgress)];
        if (open.Count > 0 && open.Count < timeline.Entries.Count)
        {
            problems.Add(Problem(TraceProblemKind.LeftInProgress, timeline, open[0], open, open.Max(entry => entry.End - entry.Start),
                $"{open.Count} {(open.Count == 1 ? "entry was" : "entries were")} never completed, the first is '{open[0].Document.Name}'. The process may have ended before it could send."));
        }
    }

    private static void AddAnnotations(Timeline timeline, List<TraceProblem> problems)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        List<TimelineEntry> holders = [];
        foreach (TimelineEntry entry in timeline.Entries.Where(entry => entry.Document.Annotations is { Count: > 0 }))
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

    private static bool IsCall(TimelineEntry entry) => entry.Document.Namespace is not null && !entry.InProgress;

    /// <summary>What makes two calls the same: whom, what, and for SQL the text of the query.</summary>
    private static string KeyOf(TimelineEntry call) => string.Join('\n',
        call.Document.Name,
        call.Document.Http?.Method,
        RouteOf(call.Document.Http?.Url),
        call.Document.Sql?.SanitizedQuery,
        call.Document.Aws is { } aws && aws.TryGetValue("operation", out object? operation) ? operation as string : null);

    /// <summary>The URL without query and with numbers and ids made equal, so that /items/1 and /items/2 are one route.</summary>
    private static string? RouteOf(string? url) => url is null
        ? null
        : string.Join('/', url.Split('?')[0].Split('/').Select(part => part.Any(char.IsAsciiDigit) && !part.Contains('.', StringComparison.Ordinal) ? "#" : part));

    private static bool AreInRow(List<TimelineEntry> calls) =>
        calls.Zip(calls.Skip(1)).Count(pair => pair.Second.Start >= pair.First.End) >= (calls.Count - 1) / 2;

    private static string Describe(TimelineEntry call)
    {
        string? detail = call.Document.Aws is { } aws && aws.TryGetValue("operation", out object? operation)
            ? operation as string
            : call.Document.Sql?.SanitizedQuery is { Length: > 60 } query ? query[..57] + "..."
            : call.Document.Sql?.SanitizedQuery ?? call.Document.Http?.Method;
        return detail is null ? $"'{call.Document.Name}'" : $"'{call.Document.Name}' ({detail})";
    }

    private static string Seconds(double seconds) => seconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.#} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s");

    private static TraceProblem Problem(
        TraceProblemKind kind, Timeline timeline, TimelineEntry at, List<TimelineEntry> entries, double stake, string message) => new()
        {
            Kind = kind,
            TraceId = timeline.TraceId,
            Service = at.ServiceName,
            Message = message,
            Count = entries.Count,
            TimeAtStake = Math.Round(Math.Max(stake, 0), 6),
            SegmentIds = new RecordList<string>(entries.Select(entry => entry.Document.Id ?? "")),
        };
}
