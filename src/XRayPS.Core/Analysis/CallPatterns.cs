using XRayPS.Core.Documents;

namespace XRayPS.Core.Analysis;

/// <summary>
/// Looks at the calls that one piece of work makes. Retries explain repetition, and repetition explains a row: of the
/// three, the first that holds for a call is told.
/// </summary>
internal sealed class CallPatterns(Timeline timeline, List<TraceProblem> problems)
{
    private const int LongestDetail = 40;

    /// <summary>
    /// Looks at every caller: a segment or a call. Work without a namespace in between belongs to its caller, so that a
    /// loop whose every turn is a subsegment of its own is seen for what it is.
    /// </summary>
    internal void Find()
    {
        Dictionary<TimelineEntry, TimelineEntry?> callers = new(timeline.Entries.Count);
        Dictionary<TimelineEntry, List<TimelineEntry>> calls = [];
        foreach (TimelineEntry entry in timeline.Entries)
        {
            TimelineEntry? caller = entry.Parent is { IsSegment: false, Document.Namespace: null } local
                ? callers[local]
                : entry.Parent;
            callers[entry] = caller;
            if (entry.Document.Namespace is null || entry.InProgress)
            {
                continue;
            }

            AddSdkRetries(entry);
            if (caller is not null)
            {
                (calls.TryGetValue(caller, out List<TimelineEntry>? list) ? list : calls[caller] = []).Add(entry);
            }
        }

        foreach ((TimelineEntry caller, List<TimelineEntry> made) in calls.Where(static pair => pair.Value.Count > 1))
        {
            made.Sort(static (a, b) => a.Start.CompareTo(b.Start) is not 0 and var order
                ? order
                : string.CompareOrdinal(a.Document.Id, b.Document.Id));
            HashSet<TimelineEntry> explained = [];
            AddRetries(caller, made, explained);
            AddRepetition(caller, made, explained);
            AddSequential(caller, [.. made.Where(call => !explained.Contains(call))]);
        }
    }

    /// <summary>Retries inside one call, as the AWS SDKs count them.</summary>
    private void AddSdkRetries(TimelineEntry call)
    {
        object? value = null;
        call.Document.Aws?.TryGetValue("retries", out value);
        double count = value switch { long whole => whole, int small => small, double number => number, _ => 0 };
        if (count is not (>= ProblemFinder.RetriesFrom and <= int.MaxValue))
        {
            return;
        }

        double seconds = call.End - call.Start;
        TraceProblem problem = ProblemFinder.Problem(TraceProblemKind.RetryStorm, timeline, call, [call], seconds,
            $"{Describe(call)} was retried {(int)count} times inside its SDK, {SecondsText.Of(seconds)} in all. "
            + "Raise the limit that it ran into, or give up earlier.");
        problem.Count = (int)count;
        problems.Add(problem);
    }

    /// <summary>Failures of exactly the same call, each made after the one before had ended.</summary>
    private void AddRetries(TimelineEntry caller, List<TimelineEntry> made, HashSet<TimelineEntry> explained)
    {
        foreach (IGrouping<string, TimelineEntry> same in made
            .GroupBy(static call => KeyOf(call, call.Document.Http?.Url), StringComparer.Ordinal))
        {
            List<TimelineEntry> failed = [];
            foreach (TimelineEntry call in same)
            {
                bool follows = failed.Count == 0 || call.Start >= failed[^1].End;
                bool isFailure = Outcome.Of(call.Document) != TraceStatus.Ok;
                if (isFailure && follows)
                {
                    failed.Add(call);
                    continue;
                }

                AddStorm(caller, failed, follows ? call : null, explained);
                failed = isFailure ? [call] : [];
            }

            AddStorm(caller, failed, null, explained);
        }
    }

    private void AddStorm(
        TimelineEntry caller, List<TimelineEntry> failed, TimelineEntry? success, HashSet<TimelineEntry> explained)
    {
        if (failed.Count < ProblemFinder.RetriesFrom)
        {
            return;
        }

        explained.UnionWith(success is null ? failed : [.. failed, success]);
        double seconds = failed.Sum(static call => call.End - call.Start);
        string end = success is null ? "and was given up" : "before it succeeded";
        problems.Add(ProblemFinder.Problem(TraceProblemKind.RetryStorm, timeline, caller, failed, seconds,
            $"{Describe(failed[0])} failed {failed.Count} times in a row {end}; the failures cost {SecondsText.Of(seconds)}. "
            + "Back off, or give up earlier."));
    }

    private void AddRepetition(TimelineEntry caller, List<TimelineEntry> made, HashSet<TimelineEntry> explained)
    {
        foreach (IGrouping<string, TimelineEntry> same in made
            .Where(call => !explained.Contains(call))
            .GroupBy(static call => KeyOf(call, RouteText.Of(call.Document.Http?.Url)), StringComparer.Ordinal)
            .ToArray())
        {
            List<TimelineEntry> calls = [.. same];
            if (calls.Count < ProblemFinder.RepeatedFrom || !AreInRow(calls))
            {
                continue;
            }

            explained.UnionWith(calls);
            double seconds = calls.Sum(static call => call.End - call.Start);
            double saving = seconds - calls.Max(static call => call.End - call.Start);
            problems.Add(ProblemFinder.Problem(TraceProblemKind.RepeatedCalls, timeline, caller, calls, saving,
                $"{Describe(calls[0])} was called {calls.Count} times, one after another, {SecondsText.Of(seconds)} in all. "
                + "Ask for everything in one call."));
        }
    }

    /// <summary>The row of calls, none beginning before the one before has ended, that would save most side by side.</summary>
    private void AddSequential(TimelineEntry caller, List<TimelineEntry> calls)
    {
        (int From, int To, double Saving) best = (0, 0, 0);
        int from = 0;
        double total = 0;
        double longest = 0;
        for (int i = 0; i < calls.Count; i++)
        {
            if (i > from && calls[i].Start < calls[i - 1].End)
            {
                (from, total, longest) = (i, 0, 0);
            }

            double seconds = calls[i].End - calls[i].Start;
            total += seconds;
            longest = Math.Max(longest, seconds);
            if (total - longest > best.Saving)
            {
                best = (from, i + 1, total - longest);
            }
        }

        List<TimelineEntry> row = calls[best.From..best.To];
        double length = caller.End - caller.Start;
        string[] distinct = [.. row.Select(Describe).Distinct(StringComparer.Ordinal)];
        if (distinct.Length >= 2 && length > 0 && best.Saving >= ProblemFinder.LeastSaving * length)
        {
            string names = string.Join(", ", distinct.Take(4)) + (distinct.Length > 4 ? ", ..." : "");
            problems.Add(ProblemFinder.Problem(TraceProblemKind.SequentialCalls, timeline, caller, row, best.Saving,
                $"{row.Count} calls run one after another ({names}); up to {SecondsText.Of(best.Saving)} less side by side, "
                + "if none needs another's answer."));
        }
    }

    /// <summary>What makes two calls the same: whom, what, and for SQL the text of the query.</summary>
    private static string KeyOf(TimelineEntry call, string? url) => string.Join('\n',
        call.Document.Name,
        call.Document.Http?.Method,
        url,
        call.Document.Sql?.SanitizedQuery,
        OperationText.AwsOperation(call.Document));

    private static bool AreInRow(List<TimelineEntry> calls) =>
        2 * calls.Zip(calls.Skip(1)).Count(static pair => pair.Second.Start >= pair.First.End) >= calls.Count - 1;

    private static string Describe(TimelineEntry call)
    {
        string? detail = OperationText.AwsOperation(call.Document)
            ?? call.Document.Sql?.SanitizedQuery ?? call.Document.Http?.Method;
        string text = detail is { Length: > LongestDetail } ? detail[..(LongestDetail - 3)] + "..." : detail ?? "";
        return text.Length == 0 ? $"'{call.Document.Name}'" : $"'{call.Document.Name}' ({text})";
    }
}
