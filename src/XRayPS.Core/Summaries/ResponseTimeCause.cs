using XRayPS.Core.Documents;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Summaries;

/// <summary>
/// Where the time of the root went: from the root down the longest child each time, as long as it covers more than half of
/// the root's time and no more than all of it (observed).
/// </summary>
internal static class ResponseTimeCause
{
    private const double LeastCoverage = 0.5;

    internal static RecordList<ResponseTimeRootCause> Find(AssembledTrace trace, string? ownAccount)
    {
        if (trace.Root is not { IsComplete: true } root || Clean(root) is not > 0)
        {
            return [];
        }

        List<TraceEntity> steps = [root];
        HashSet<TraceEntity> seen = [root];
        while (Next(steps[^1], root) is { } next && seen.Add(next))
        {
            steps.Add(next);
        }

        return steps.Count == 1
            ? []
            : [new ResponseTimeRootCause { ClientImpacting = true, Services = Services(steps, root, ownAccount) }];
    }

    private static TraceEntity? Next(TraceEntity entity, TraceEntity root)
    {
        // What an inferred segment contains is made up as well.
        if (entity.IsInferred)
        {
            return null;
        }

        TraceEntity? best = null;
        IEnumerable<TraceEntity> children = entity.IsCall && entity.Callees.Count > 0
            ? entity.Callees
            : JavaHash.Order(entity.Subsegments).Concat(entity.Callees);
        foreach (TraceEntity child in children)
        {
            if (Coverage(child, root) is > LeastCoverage and <= 1 && (best is null || IsLonger(child, best)))
            {
                best = child;
            }
        }

        return best;
    }

    private static bool IsLonger(TraceEntity one, TraceEntity other)
    {
        int order = Clean(one).CompareTo(Clean(other));
        return order != 0 ? order > 0 : one.Document.StartSeconds < other.Document.StartSeconds;
    }

    private static double? Coverage(TraceEntity entity, TraceEntity root) =>
        entity.IsComplete ? Clean(entity) / Clean(root) : null;

    /// <summary>Without the rounding of instants, which would make equal durations differ.</summary>
    private static double Clean(TraceEntity entity) => Math.Round(entity.Seconds ?? 0, 6);

    private static RecordList<ResponseTimeRootCauseService> Services(
        List<TraceEntity> steps, TraceEntity root, string? ownAccount)
    {
        RecordList<ResponseTimeRootCauseService> services = [];
        foreach (TraceEntity step in steps)
        {
            if (step.IsSegment)
            {
                NodeKey node = NodeIdentity.OfSegment(step, ownAccount);
                services.Add(new ResponseTimeRootCauseService
                {
                    Name = node.Name,
                    Names = [node.Name],
                    Type = node.Type,
                    AccountId = node.AccountId,
                    Inferred = step.IsInferred,
                });
            }

            services[^1].EntityPath.Add(new ResponseTimeRootCauseEntity
            {
                Name = step.Document.Name,
                Coverage = Coverage(step, root),
                Remote = step.IsCall,
            });
        }

        return services;
    }
}
