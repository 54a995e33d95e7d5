using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Insights;

/// <summary>One insight.</summary>
internal sealed class GetInsight(InsightFinder finder) : Handler<GetInsightRequest, GetInsightResponse>(Operations.GetInsight)
{
    protected override async ValueTask<GetInsightResponse> HandleAsync(GetInsightRequest request, CancellationToken cancellationToken)
    {
        FoundInsight found = await finder.FindAsync(request.InsightId!, cancellationToken).ConfigureAwait(false);
        InsightStatistics statistics = InsightFinder.StatisticsOf(found, found.Anomaly.LastMinute);
        return new GetInsightResponse
        {
            Insight = new Insight
            {
                InsightId = InsightFinder.IdOf(found),
                GroupARN = found.Group.GroupARN,
                GroupName = found.Group.GroupName,
                RootCauseServiceId = NodeIdentity.ToServiceId(found.Anomaly.RootCause),
                Categories = ["FAULT"],
                State = found.IsActive ? "ACTIVE" : "CLOSED",
                StartTime = InsightFinder.InstantOf(found.Anomaly.FirstMinute),
                EndTime = found.IsActive ? null : InsightFinder.InstantOf(found.Anomaly.LastMinute + 1),
                Summary = statistics.Summary,
                ClientRequestImpactStatistics = statistics.Client,
                RootCauseServiceRequestImpactStatistics = statistics.RootCause,
                TopAnomalousServices = statistics.Services,
            },
        };
    }
}
