using XRayPS.Core.Model;

namespace XRayPS.Module.Tests.Formatting;

/// <summary>Records of insights, time series and retrievals to print.</summary>
internal static class ViewSamplesOfInsights
{
    private const string Id = "0a1b2c3d-4e5f-1071-8293-a4b5c6d7e8f9";
    private const string Sentence = "32 of 34 requests to api.cards.example failed since 2025-11-21 12:00Z.";

    public static IReadOnlyDictionary<string, Func<object[]>> All { get; } = new Dictionary<string, Func<object[]>>
    {
        ["InsightSummary"] = () =>
        [
            new InsightSummary
            {
                InsightId = Id,
                GroupName = "checkout-of-the-whole-shop",
                GroupARN = "arn:aws:xray:eu-west-1:123456789012:group/checkout-of-the-whole-shop/ABC",
                State = "ACTIVE",
                StartTime = ViewSamples.Noon,
                Summary = Sentence,
                LastUpdateTime = ViewSamples.Noon.AddMinutes(4),
                Categories = ["FAULT"],
                RootCauseServiceId = Cards,
                ClientRequestImpactStatistics = Impact(32, 40),
                RootCauseServiceRequestImpactStatistics = Impact(32, 34),
                TopAnomalousServices = [new AnomalousService { ServiceId = Cards }, new AnomalousService { ServiceId = new ServiceId { Name = "payment", Type = "AWS::ECS::Fargate" } }],
            },
            new InsightSummary { InsightId = Id, GroupName = "Default", State = "CLOSED", StartTime = ViewSamples.Noon.AddHours(-3), EndTime = ViewSamples.Noon, Summary = "odd\u001b[2J" },
        ],
        ["Insight"] = () =>
        [
            new Insight
            {
                InsightId = Id,
                GroupName = "Default",
                GroupARN = "arn:aws:xray:eu-west-1:123456789012:group/Default",
                State = "CLOSED",
                StartTime = ViewSamples.Noon,
                EndTime = ViewSamples.Noon.AddMinutes(5),
                Summary = Sentence,
                Categories = ["FAULT"],
                RootCauseServiceId = Cards,
                RootCauseServiceRequestImpactStatistics = Impact(32, 34),
            },
        ],
        ["InsightEvent"] = () =>
        [
            new InsightEvent { InsightId = Id, EventTime = ViewSamples.Noon, Summary = Sentence, ClientRequestImpactStatistics = Impact(32, 40), TopAnomalousServices = [new AnomalousService { ServiceId = Cards }] },
            new InsightEvent { InsightId = Id, EventTime = ViewSamples.Noon.AddMinutes(-1), Summary = "odd\u001b[2J" },
        ],
        ["InsightImpactGraphService"] = () =>
        [
            new InsightImpactGraphService
            {
                ReferenceId = 0,
                InsightId = Id,
                Name = "orders",
                Type = "AWS::ECS::Container",
                Names = ["orders"],
                Edges = [new InsightImpactGraphEdge { ReferenceId = 1, SourceName = "orders", TargetName = "payment" }, new InsightImpactGraphEdge { ReferenceId = 9 }],
            },
            new InsightImpactGraphService { ReferenceId = 1, InsightId = Id, Name = "https://sqs.eu-west-1.amazonaws.com/123456789012/shop-mails", Type = "AWS::SQS::Queue" },
        ],
        ["GetInsightSummariesPage"] = () => [new GetInsightSummariesResponse { InsightSummaries = [new InsightSummary()] }],
        ["GetInsightEventsPage"] = () => [new GetInsightEventsResponse { NextToken = "next" }],
        ["GetInsightImpactGraphPage"] = () => [new GetInsightImpactGraphResponse { StartTime = ViewSamples.Noon, EndTime = ViewSamples.Noon.AddHours(1) }],
        ["TimeSeriesServiceStatistics"] = () =>
        [
            new TimeSeriesServiceStatistics
            {
                Timestamp = ViewSamples.Noon,
                Name = "payment",
                Type = "AWS::ECS::Fargate",
                Period = 60,
                ServiceSummaryStatistics = new ServiceStatistics
                {
                    TotalCount = 1200,
                    OkCount = 1101,
                    ErrorStatistics = new ErrorStatistics { OtherCount = 12, ThrottleCount = 7, TotalCount = 19 },
                    FaultStatistics = new FaultStatistics { OtherCount = 80, TotalCount = 80 },
                    TotalResponseTime = 240.6,
                },
                ServiceForecastStatistics = new ForecastStatistics { FaultCountLow = 0, FaultCountHigh = 11 },
                ResponseTimeHistogram = [new HistogramEntry { Value = 0.1, Count = 1100 }, new HistogramEntry { Value = 1.3, Count = 100 }],
            },
            new TimeSeriesServiceStatistics { Timestamp = ViewSamples.Noon.AddMinutes(-1), Name = "(entry points)", Period = 60, ServiceForecastStatistics = new ForecastStatistics() },
        ],
        ["GetTimeSeriesServiceStatisticsPage"] = () => [new GetTimeSeriesServiceStatisticsResponse { ContainsOldGroupVersions = true }],
        ["TraceRetrieval"] = () =>
        [
            new TraceRetrieval
            {
                RetrievalToken = "8A6AF2DEE1300C7C7C1FC370025B6BBFD12039039E77F80D8EC6963229C1A6E4",
                TraceIds = [ViewSamples.TraceId],
                StartTime = ViewSamples.Noon.AddHours(-6),
                EndTime = ViewSamples.Noon,
            },
        ],
        ["RetrievedTrace"] = () =>
        [
            new RetrievedTrace { Id = ViewSamples.TraceId, Duration = 1.234, Spans = [new Span { Id = "0559baf58b7503a1", Document = "{}" }, new Span { Id = "3d59d28375986f2c\u001b[2J" }] },
        ],
        ["ListRetrievedTracesPage"] = () => [new ListRetrievedTracesResponse { RetrievalStatus = "COMPLETE", TraceFormat = "XRAY", Traces = [new RetrievedTrace()] }],
        ["GetRetrievedTracesGraphPage"] = () => [new GetRetrievedTracesGraphResponse { RetrievalStatus = "FAILED" }],
    };

    private static ServiceId Cards { get; } = new() { Name = "api.cards.example", Type = "remote" };

    private static RequestImpactStatistics Impact(long faults, long total) =>
        new() { FaultCount = faults, OkCount = total - faults, TotalCount = total };
}
