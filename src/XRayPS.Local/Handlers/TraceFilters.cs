using System.Text;
using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Evaluation;
using XRayPS.Core.Model;
using XRayPS.Core.Summaries;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>Makes conditions on stored traces from filter expressions.</summary>
/// <param name="groups">Looks up the groups that expressions name.</param>
internal sealed class TraceFilters(IGroupFilters groups)
{
    /// <summary>Compiles an expression that is not blank. The condition may be asked from several threads.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="segmentEnds">
    /// For the time range type Service the window in which the segment that a <c>service()</c> or <c>edge()</c> names has to
    /// end; otherwise null.
    /// </param>
    /// <exception cref="Refusal">The expression is not valid.</exception>
    internal Func<StoredTrace, bool> Compile(string expression, TimeWindow? segmentEnds)
    {
        if (!Filter.TryParse(expression, groups, out Filter? filter, out FilterError? error))
        {
            throw Refusal.InvalidRequest(error.ServiceMessage);
        }

        byte[][] texts = [.. filter.RequiredTexts.Where(IsPlain).Distinct().Select(Encoding.UTF8.GetBytes)];
        return segmentEnds is { } window && filter.HasSelector
            ? trace => trace.MayHave(texts) && Evaluate(filter, trace, window)
            : trace => trace.MayHave(texts) && filter.IsMatch(ViewOf(trace));
    }

    private static bool Evaluate(Filter filter, StoredTrace trace, TimeWindow window)
    {
        SegmentMatch match = new(Epoch.ToSeconds(window.Start), Epoch.ToSeconds(window.End));
        if (filter.Evaluate(ViewOf(trace), match) != Verdict.Yes)
        {
            return false;
        }

        TraceSummary summary = trace.Summary;
        summary.MatchedService = match.Service is { } service ? MatchedFold.Describe(service) : null;
        summary.MatchedEdge = match.Edge is { } edge ? MatchedFold.Describe(edge) : null;
        return true;
    }

    private static SummaryView ViewOf(StoredTrace trace) => new(trace.Summary, () => trace.Assembled);

    /// <summary>Whether a text looks in stored JSON as it does by itself.</summary>
    private static bool IsPlain(string text) => text.All(static c => char.IsAscii(c) && !char.IsControl(c) && c is not ('"' or '\\'));
}
