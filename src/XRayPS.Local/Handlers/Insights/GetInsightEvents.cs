using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Insights;

/// <summary>How an insight grew, minute by minute, the latest first.</summary>
internal sealed class GetInsightEvents(InsightFinder finder)
    : Handler<GetInsightEventsRequest, GetInsightEventsResponse>(Operations.GetInsightEvents)
{
    private const int PageSize = 50;

    protected override async ValueTask<GetInsightEventsResponse> HandleAsync(GetInsightEventsRequest request, CancellationToken cancellationToken)
    {
        FoundInsight found = await finder.FindAsync(request.InsightId!, cancellationToken).ConfigureAwait(false);
        List<InsightEvent> events = [];
        (long Faults, long Total)? before = null;
        for (long minute = found.Anomaly.FirstMinute; minute <= found.Anomaly.LastMinute; minute++)
        {
            InsightStatistics statistics = InsightFinder.StatisticsOf(found, minute);
            (long, long) counts = (statistics.RootCause.FaultCount ?? 0, statistics.RootCause.TotalCount ?? 0);
            if (counts == before)
            {
                continue;
            }

            before = counts;
            events.Add(new InsightEvent
            {
                EventTime = InsightFinder.InstantOf(minute + 1),
                Summary = statistics.Summary,
                ClientRequestImpactStatistics = statistics.Client,
                RootCauseServiceRequestImpactStatistics = statistics.RootCause,
                TopAnomalousServices = statistics.Services,
            });
        }

        events.Reverse();
        (IReadOnlyList<InsightEvent> page, string? next) = OffsetPage.Of(events, request.NextToken, request.MaxResults ?? PageSize);
        return new GetInsightEventsResponse { InsightEvents = new RecordList<InsightEvent>(page), NextToken = next };
    }
}
