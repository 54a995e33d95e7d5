using XRayPS.Core.Filters;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers.Groups;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Series;

/// <summary>Requests by the minute of their receipt, newest first, on one page.</summary>
internal sealed class GetTimeSeriesServiceStatistics(TraceStore store, GroupBook groups)
    : Handler<GetTimeSeriesServiceStatisticsRequest, GetTimeSeriesServiceStatisticsResponse>(Operations.GetTimeSeriesServiceStatistics)
{
    protected override async ValueTask<GetTimeSeriesServiceStatisticsResponse> HandleAsync(
        GetTimeSeriesServiceStatisticsRequest request, CancellationToken cancellationToken)
    {
        TimeWindow window = TimeWindow.Of(request.StartTime, request.EndTime);
        int period = request.Period is null or 60 or 300
            ? request.Period ?? 60
            : throw Refusal.InvalidRequest("Time period must be one of [60, 300]");
        if (request.NextToken is { } token)
        {
            throw Refusal.InvalidRequest($"Invalid token {token}");
        }

        SeriesSelection selection = SelectionOf(request.EntitySelectorExpression);
        GroupMembers members = groups.MembersOf(request.GroupName, request.GroupARN);
        TimeSeries series = new(window, period, selection);
        bool containsOld = false;
        await GroupTraces.FoldAsync(
            store,
            TimeSeries.ReceiptOf(window),
            members,
            () => new List<(TraceObservations Observations, Membership Membership)>(),
            (part, found) => part.Add((TraceObservations.Of(found.Trace), found.Membership)),
            part =>
            {
                foreach ((TraceObservations observations, Membership membership) in part)
                {
                    containsOld |= membership.IsOld;
                    series.Add(observations, membership.Received);
                }
            },
            cancellationToken).ConfigureAwait(false);
        return new GetTimeSeriesServiceStatisticsResponse
        {
            TimeSeriesServiceStatistics = new RecordList<TimeSeriesServiceStatistics>(series.Build()),
            ContainsOldGroupVersions = containsOld,
        };
    }

    private static SeriesSelection SelectionOf(string? expression)
    {
        if (expression is null)
        {
            return SeriesSelection.OfClients;
        }

        if (!Selector.TryParse(expression, out Selector? selector, out FilterError? error))
        {
            throw Refusal.InvalidRequest(error.ServiceMessage);
        }

        return selector.IsEdge
            ? new SeriesSelection(null, edge => selector.Selects(edge.Source, edge.Target))
            : new SeriesSelection(selector.Selects, null);
    }
}
