using System.Globalization;
using XRayPS.Core.Graph;
using XRayPS.Local.Handlers.Groups;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Insights;

/// <summary>An anomaly of a group with the counts around it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Anomaly">The anomaly.</param>
/// <param name="Load">The counts.</param>
/// <param name="IsActive">Whether it may still go on.</param>
internal sealed record FoundInsight(Group Group, Anomaly Anomaly, MinuteLoad Load, bool IsActive);

/// <summary>Finds insights in the store when they are asked for, in groups that have them switched on.</summary>
internal sealed class InsightFinder(Account account, TraceStore store, GroupBook groups)
{
    /// <summary>The farthest that anybody may look back (documented).</summary>
    internal static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>An insight that goes on longer is told from its last day on.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The insights of a group that touch a window, the latest first.</summary>
    internal async Task<IReadOnlyList<FoundInsight>> FindAsync(StoredGroup stored, TimeWindow window, CancellationToken cancellationToken)
    {
        if (stored.Group.InsightsConfiguration?.InsightsEnabled != true)
        {
            return [];
        }

        // What is usual, and where an anomaly that reaches into the window began, stand before it.
        long now = MinuteLoad.MinuteOf(account.Now);
        long last = Math.Min(MinuteLoad.MinuteOf(window.End) + AnomalyDetector.QuietMinutes, now);
        long first = MinuteLoad.MinuteOf(window.Start - Longest);
        DateTimeOffset from = InstantOf(first - AnomalyDetector.BaselineMinutes);
        MinuteLoad load = await ReadAsync(stored, new TimeWindow(from, InstantOf(last + 1)), cancellationToken).ConfigureAwait(false);
        return
        [
            .. AnomalyDetector.Find(load, first, last)
                .Where(found => InstantOf(found.LastMinute + 1) > window.Start && InstantOf(found.FirstMinute) < window.End)
                .Reverse()
                .Select(found => new FoundInsight(stored.Group, found, load, now - found.LastMinute <= AnomalyDetector.QuietMinutes)),
        ];
    }

    /// <summary>The insight of an id.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    internal async Task<FoundInsight> FindAsync(string id, CancellationToken cancellationToken)
    {
        DateTimeOffset began = InstantOf(InsightId.MinuteOf(id));
        foreach (StoredGroup stored in groups.All().Where(stored => InsightId.IsOf(id, stored.Group.GroupARN!)))
        {
            IReadOnlyList<FoundInsight> found = await FindAsync(
                stored, new TimeWindow(began, began + Longest), cancellationToken).ConfigureAwait(false);
            if (found.FirstOrDefault(insight => insight.Anomaly.FirstMinute == InsightId.MinuteOf(id)) is { } insight)
            {
                return insight;
            }
        }

        throw Refusal.InvalidRequest($"Insight {id} not found");
    }

    internal static DateTimeOffset InstantOf(long minute) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(minute * 60, -62135596800, 253402300799));

    internal static string IdOf(FoundInsight insight) => InsightId.Of(insight.Group.GroupARN!, insight.Anomaly.FirstMinute);

    /// <summary>What is told of an insight up to a minute.</summary>
    internal static InsightStatistics StatisticsOf(FoundInsight insight, long lastMinute)
    {
        Anomaly anomaly = insight.Anomaly;
        RequestImpactStatistics Impact(NodeKey node)
        {
            (long faults, long total) = insight.Load.Sum(node, anomaly.FirstMinute, lastMinute);
            return new RequestImpactStatistics { FaultCount = faults, OkCount = total - faults, TotalCount = total };
        }

        RequestImpactStatistics cause = Impact(anomaly.RootCause);
        NodeKey entry = insight.Load.Entries
            .OrderByDescending(node => insight.Load.Sum(node, anomaly.FirstMinute, lastMinute).Faults)
            .ThenBy(node => node)
            .FirstOrDefault(anomaly.RootCause);
        string summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{cause.FaultCount} of {cause.TotalCount} requests to {anomaly.RootCause.Name} failed since {InstantOf(anomaly.FirstMinute):yyyy-MM-dd HH:mm}Z.");
        return new InsightStatistics(
            summary,
            Impact(entry),
            cause,
            new RecordList<AnomalousService>(anomaly.Nodes.Select(node => new AnomalousService { ServiceId = NodeIdentity.ToServiceId(node) })));
    }

    private async Task<MinuteLoad> ReadAsync(StoredGroup stored, TimeWindow window, CancellationToken cancellationToken)
    {
        MinuteLoad load = new();
        await GroupTraces.FoldAsync(
            store,
            window,
            GroupMembers.Of(stored, groups),
            () => new List<(TraceObservations Observations, Membership Membership)>(),
            (part, found) => part.Add((TraceObservations.Of(found.Trace), found.Membership)),
            part => part.ForEach(found => load.Add(found.Observations, found.Membership.Received)),
            cancellationToken).ConfigureAwait(false);
        return load;
    }
}

/// <summary>What an insight or an event of it tells.</summary>
/// <param name="Summary">A sentence.</param>
/// <param name="Client">Requests at the entry.</param>
/// <param name="RootCause">Requests at the root cause.</param>
/// <param name="Services">The anomalous services.</param>
internal sealed record InsightStatistics(
    string Summary, RequestImpactStatistics Client, RequestImpactStatistics RootCause, RecordList<AnomalousService> Services);
