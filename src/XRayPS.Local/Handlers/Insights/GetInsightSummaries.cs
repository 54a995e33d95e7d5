using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers.Groups;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Insights;

/// <summary>The insights of a group in a window.</summary>
internal sealed class GetInsightSummaries(Account account, InsightFinder finder, GroupBook groups)
    : Handler<GetInsightSummariesRequest, GetInsightSummariesResponse>(Operations.GetInsightSummaries)
{
    private const int PageSize = 100;

    protected override async ValueTask<GetInsightSummariesResponse> HandleAsync(GetInsightSummariesRequest request, CancellationToken cancellationToken)
    {
        TimeWindow window = TimeWindow.Of(request.StartTime, request.EndTime);
        if (window.Start < account.Now - InsightFinder.Reach)
        {
            throw Refusal.InvalidRequest("The start and end time can't be more than 30 days old");
        }

        StoredGroup stored = groups.Select(request.GroupName, request.GroupARN);
        IEnumerable<FoundInsight> wanted = (await finder.FindAsync(stored, window, cancellationToken).ConfigureAwait(false))
            .Where(found => request.States is not [string state] || state == (found.IsActive ? "ACTIVE" : "CLOSED"));
        (IReadOnlyList<FoundInsight> page, string? next) = OffsetPage.Of([.. wanted], request.NextToken, request.MaxResults ?? PageSize);
        return new GetInsightSummariesResponse
        {
            InsightSummaries = new RecordList<InsightSummary>(page.Select(Summary)),
            NextToken = next,
        };
    }

    private InsightSummary Summary(FoundInsight found)
    {
        InsightStatistics statistics = InsightFinder.StatisticsOf(found, found.Anomaly.LastMinute);
        DateTimeOffset end = InsightFinder.InstantOf(found.Anomaly.LastMinute + 1);
        return new InsightSummary
        {
            InsightId = InsightFinder.IdOf(found),
            GroupARN = found.Group.GroupARN,
            GroupName = found.Group.GroupName,
            RootCauseServiceId = NodeIdentity.ToServiceId(found.Anomaly.RootCause),
            Categories = ["FAULT"],
            State = found.IsActive ? "ACTIVE" : "CLOSED",
            StartTime = InsightFinder.InstantOf(found.Anomaly.FirstMinute),
            EndTime = found.IsActive ? null : end,
            Summary = statistics.Summary,
            ClientRequestImpactStatistics = statistics.Client,
            RootCauseServiceRequestImpactStatistics = statistics.RootCause,
            TopAnomalousServices = statistics.Services,
            LastUpdateTime = found.IsActive ? account.NowInSeconds : end,
        };
    }
}
