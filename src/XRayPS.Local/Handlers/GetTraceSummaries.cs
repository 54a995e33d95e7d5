using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>Lists traces of a window, newest first, page by page.</summary>
internal sealed class GetTraceSummaries(
    TraceStore store, PageTokens tokens, TraceFilters filters, LocalSettings settings)
    : Handler<GetTraceSummariesRequest, GetTraceSummariesResponse>(Operations.GetTraceSummaries)
{
    /// <summary>How far around the window the service looks for segment ends (observed in ApproximateTime).</summary>
    private static readonly TimeSpan EndMargin = TimeSpan.FromSeconds(60);

    protected override async ValueTask<GetTraceSummariesResponse> HandleAsync(
        GetTraceSummariesRequest request, CancellationToken cancellationToken)
    {
        TimeWindow window = TimeWindow.Of(request.StartTime, request.EndTime);
        double rate = SampleRate.Of(request);
        TraceScan scan = ScanOf(request.TimeRangeType, window);
        Func<StoredTrace, bool>? wanted = Condition(request.FilterExpression, window, scan.Order, rate);
        ScanPlace? behind = tokens.Read(scan.Order, request.NextToken);
        await store.SettleAsync(cancellationToken).ConfigureAwait(false);
        SummaryPage page = await SummaryPage.ReadAsync(store, scan, behind, wanted, settings, cancellationToken).ConfigureAwait(false);
        return new GetTraceSummariesResponse
        {
            TraceSummaries = new RecordList<TraceSummary>(page.Traces.Select(trace => SummaryOf(trace, scan.Order))),
            ApproximateTime = Epoch.WholeSecond(page.Last is { } last ? last.PositionTime : scan.Start),
            TracesProcessedCount = page.Scanned,
            NextToken = page.Last is { } end ? tokens.Write(scan.Order, new ScanPlace(end.Position, end.Id)) : null,
        };
    }

    private static TraceScan ScanOf(string? type, TimeWindow window) => type switch
    {
        "Event" => new TraceScan(TraceOrder.Receipt, window.Start.UtcTicks, window.End.UtcTicks),
        "Service" => new TraceScan(
            TraceOrder.End, window.Start.UtcTicks - EndMargin.Ticks, window.End.UtcTicks + EndMargin.Ticks),
        _ => new TraceScan(TraceOrder.Start, window.Start.UtcTicks, window.End.UtcTicks),
    };

    private static TraceSummary SummaryOf(StoredTrace trace, TraceOrder order)
    {
        TraceSummary summary = trace.Summary;
        summary.MatchedEventTime = order == TraceOrder.Start ? null : Epoch.WholeSecond(trace.LastReceivedAt);
        return summary;
    }

    private Func<StoredTrace, bool>? Condition(string? expression, TimeWindow window, TraceOrder order, double rate)
    {
        bool byEnd = order == TraceOrder.End;
        Func<StoredTrace, bool>? filter =
            string.IsNullOrWhiteSpace(expression) ? null : filters.Compile(expression, byEnd ? window : null);
        if (filter is null && rate >= 1 && !byEnd)
        {
            return null;
        }

        return trace => SampleRate.Takes(rate, trace)
            && (!byEnd || trace.EndedWithin(window.Start.UtcTicks, window.End.UtcTicks))
            && (filter is null || filter(trace));
    }
}
