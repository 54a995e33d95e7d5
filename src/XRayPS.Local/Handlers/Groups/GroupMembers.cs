using XRayPS.Core.Documents;
using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Evaluation;
using XRayPS.Core.Summaries;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>How a trace belongs to a group.</summary>
/// <param name="Joined">When it joined: what it had told before counts from then on (observed).</param>
/// <param name="IsOld">Whether it joined under an older filter of the group.</param>
internal readonly record struct Membership(DateTimeOffset Joined, bool IsOld)
{
    /// <summary>When an observation counts as received in the group.</summary>
    internal DateTimeOffset Received(DateTimeOffset received) => received > Joined ? received : Joined;
}

/// <summary>
/// Which traces belong to a group. It is decided on each arrival of documents, with the filter that the group has then, and
/// never taken back (documented). Arrivals and filters are both dated, so it can be told at any later time.
/// </summary>
internal sealed class GroupMembers
{
    private readonly List<(Filter Filter, DateTimeOffset Since)> _filters = [];

    private GroupMembers()
    {
    }

    /// <summary>All traces: no group, or Default.</summary>
    internal static GroupMembers Everybody { get; } = new();

    internal static GroupMembers Of(StoredGroup stored, IGroupFilters groups)
    {
        GroupMembers members = new();
        foreach (StoredFilter past in stored.Filters)
        {
            // A filter that refers to a group that has gone can no longer be evaluated (documented): nobody joins by it.
            if (Filter.TryParse(past.Expression, groups, out Filter? filter, out _))
            {
                members._filters.Add((filter, past.Since!.Value));
            }
        }

        return stored.Group.GroupName == GroupBook.Default ? Everybody : members;
    }

    /// <summary>How a trace belongs to the group; null when it does not.</summary>
    internal Membership? Find(string traceId, IReadOnlyList<ReceivedDocument> documents)
    {
        if (this == Everybody)
        {
            return new Membership(DateTimeOffset.MinValue, IsOld: false);
        }

        for (int end = 1; end <= documents.Count; end++)
        {
            bool isEndOfCall = end == documents.Count || documents[end].Call != documents[end - 1].Call;
            DateTimeOffset received = documents[end - 1].ReceivedAt;
            int at = _filters.FindLastIndex(past => past.Since <= received);
            if (isEndOfCall && at >= 0 && Matches(_filters[at].Filter, traceId, [.. documents.Take(end)]))
            {
                return new Membership(received, IsOld: at < _filters.Count - 1);
            }
        }

        return null;
    }

    private static bool Matches(Filter filter, string traceId, IReadOnlyList<ReceivedDocument> documents)
    {
        AssembledTrace trace = TraceAssembly.Assemble(traceId, documents);
        return filter.IsMatch(new SummaryView(SummaryFold.Summarize(trace), () => trace));
    }
}
