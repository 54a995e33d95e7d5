using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Insights;

/// <summary>
/// The impact graph of an insight over any window. X-Ray draws six hours at most, so a longer window is read in parts,
/// whose graphs are laid upon each other: a number that names a node means something only inside one of them.
/// </summary>
internal static class ImpactGraphs
{
    private static readonly TimeSpan Widest = TimeSpan.FromHours(6);

    /// <summary>The graph as one page.</summary>
    /// <param name="caller">Calls the operation.</param>
    /// <param name="id">The insight.</param>
    /// <param name="window">The window.</param>
    /// <param name="token">Ends the reading.</param>
    internal static async Task<GetInsightImpactGraphResponse> ReadAsync(
        ApiCaller caller, string id, TimeWindow window, CancellationToken token)
    {
        GetInsightImpactGraphResponse whole = new() { InsightId = id, StartTime = window.Start, EndTime = window.End };
        Dictionary<(string?, string?, string?), InsightImpactGraphService> nodes = [];
        DateTimeOffset start = window.Start;
        do
        {
            DateTimeOffset end = window.End - start > Widest ? start + Widest : window.End;
            await AddAsync(caller, whole, nodes, new TimeWindow(start, end), token).ConfigureAwait(false);
            start = end;
        }
        while (start < window.End);

        whole.Services = new RecordList<InsightImpactGraphService>(nodes.Values);
        return whole;
    }

    private static async Task AddAsync(
        ApiCaller caller,
        GetInsightImpactGraphResponse whole,
        Dictionary<(string?, string?, string?), InsightImpactGraphService> nodes,
        TimeWindow part,
        CancellationToken token)
    {
        List<InsightImpactGraphService> found = [];
        GetInsightImpactGraphRequest request =
            new() { InsightId = whole.InsightId, StartTime = part.Start, EndTime = part.End };
        await foreach (Page<GetInsightImpactGraphResponse> page in PageReader
            .ReadAsync(caller, PagedOperations.InsightImpactGraph, request, null, token).ConfigureAwait(false))
        {
            found.AddRange(page.Response.Services);
            whole.ServiceGraphStartTime = Earlier(whole.ServiceGraphStartTime, page.Response.ServiceGraphStartTime);
            whole.ServiceGraphEndTime = Later(whole.ServiceGraphEndTime, page.Response.ServiceGraphEndTime);
        }

        Dictionary<int, InsightImpactGraphService> byReference = [];
        foreach (InsightImpactGraphService node in found)
        {
            if (!nodes.TryGetValue(KeyOf(node), out InsightImpactGraphService? known))
            {
                nodes[KeyOf(node)] = known = new InsightImpactGraphService
                {
                    ReferenceId = nodes.Count,
                    Name = node.Name,
                    Type = node.Type,
                    AccountId = node.AccountId,
                    InsightId = whole.InsightId,
                };
            }

            known.Names.AddRange(node.Names.Except(known.Names).ToList());
            byReference[node.ReferenceId ?? -1] = known;
        }

        foreach (InsightImpactGraphService node in found)
        {
            AddCalls(nodes[KeyOf(node)], node.Edges, byReference);
        }
    }

    private static void AddCalls(
        InsightImpactGraphService known,
        IEnumerable<InsightImpactGraphEdge> calls,
        Dictionary<int, InsightImpactGraphService> byReference)
    {
        foreach (InsightImpactGraphEdge call in calls)
        {
            InsightImpactGraphService? target = byReference.GetValueOrDefault(call.ReferenceId ?? -1);
            if (target is not null && known.Edges.All(edge => edge.ReferenceId != target.ReferenceId))
            {
                known.Edges.Add(new InsightImpactGraphEdge
                {
                    ReferenceId = target.ReferenceId,
                    SourceName = known.Name,
                    TargetName = target.Name,
                });
            }
        }
    }

    private static (string?, string?, string?) KeyOf(InsightImpactGraphService node) =>
        (node.Name, node.Type, node.AccountId);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other ?? one : one;
}
