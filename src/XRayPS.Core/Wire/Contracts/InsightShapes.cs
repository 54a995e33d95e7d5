using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Members of insights, as the model has them.</summary>
internal static class InsightShapes
{
    private const string InsightId =
        "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}";

    internal static Shape<RequestImpactStatistics> RequestImpactStatistics { get; } = new Shape<RequestImpactStatistics>("RequestImpactStatistics")
        .Long("FaultCount", static r => r.FaultCount, static (r, v) => r.FaultCount = v)
        .Long("OkCount", static r => r.OkCount, static (r, v) => r.OkCount = v)
        .Long("TotalCount", static r => r.TotalCount, static (r, v) => r.TotalCount = v);

    internal static Shape<AnomalousService> AnomalousService { get; } = new Shape<AnomalousService>("AnomalousService")
        .Structure("ServiceId", static r => r.ServiceId, static (r, v) => r.ServiceId = v, static () => TraceShapes.ServiceId);

    internal static Shape<Insight> Insight { get; } = new Shape<Insight>("Insight")
        .Text("InsightId", static r => r.InsightId, static (r, v) => r.InsightId = v)
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v)
        .Text("GroupARN", static r => r.GroupARN, static (r, v) => r.GroupARN = v)
        .Structure("RootCauseServiceId", static r => r.RootCauseServiceId, static (r, v) => r.RootCauseServiceId = v, static () => TraceShapes.ServiceId)
        .Texts("Categories", static r => r.Categories, static (r, v) => r.Categories = v!)
        .Text("State", static r => r.State, static (r, v) => r.State = v)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v)
        .Text("Summary", static r => r.Summary, static (r, v) => r.Summary = v)
        .Structure("ClientRequestImpactStatistics", static r => r.ClientRequestImpactStatistics, static (r, v) => r.ClientRequestImpactStatistics = v, static () => RequestImpactStatistics)
        .Structure("RootCauseServiceRequestImpactStatistics", static r => r.RootCauseServiceRequestImpactStatistics, static (r, v) => r.RootCauseServiceRequestImpactStatistics = v, static () => RequestImpactStatistics)
        .Structures("TopAnomalousServices", static r => r.TopAnomalousServices, static (r, v) => r.TopAnomalousServices = v!, static () => AnomalousService);

    internal static Shape<InsightSummary> InsightSummary { get; } = new Shape<InsightSummary>("InsightSummary")
        .Text("InsightId", static r => r.InsightId, static (r, v) => r.InsightId = v)
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v)
        .Text("GroupARN", static r => r.GroupARN, static (r, v) => r.GroupARN = v)
        .Structure("RootCauseServiceId", static r => r.RootCauseServiceId, static (r, v) => r.RootCauseServiceId = v, static () => TraceShapes.ServiceId)
        .Texts("Categories", static r => r.Categories, static (r, v) => r.Categories = v!)
        .Text("State", static r => r.State, static (r, v) => r.State = v)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v)
        .Text("Summary", static r => r.Summary, static (r, v) => r.Summary = v)
        .Structure("ClientRequestImpactStatistics", static r => r.ClientRequestImpactStatistics, static (r, v) => r.ClientRequestImpactStatistics = v, static () => RequestImpactStatistics)
        .Structure("RootCauseServiceRequestImpactStatistics", static r => r.RootCauseServiceRequestImpactStatistics, static (r, v) => r.RootCauseServiceRequestImpactStatistics = v, static () => RequestImpactStatistics)
        .Structures("TopAnomalousServices", static r => r.TopAnomalousServices, static (r, v) => r.TopAnomalousServices = v!, static () => AnomalousService)
        .Timestamp("LastUpdateTime", static r => r.LastUpdateTime, static (r, v) => r.LastUpdateTime = v);

    internal static Shape<InsightEvent> InsightEvent { get; } = new Shape<InsightEvent>("InsightEvent")
        .Text("Summary", static r => r.Summary, static (r, v) => r.Summary = v)
        .Timestamp("EventTime", static r => r.EventTime, static (r, v) => r.EventTime = v)
        .Structure("ClientRequestImpactStatistics", static r => r.ClientRequestImpactStatistics, static (r, v) => r.ClientRequestImpactStatistics = v, static () => RequestImpactStatistics)
        .Structure("RootCauseServiceRequestImpactStatistics", static r => r.RootCauseServiceRequestImpactStatistics, static (r, v) => r.RootCauseServiceRequestImpactStatistics = v, static () => RequestImpactStatistics)
        .Structures("TopAnomalousServices", static r => r.TopAnomalousServices, static (r, v) => r.TopAnomalousServices = v!, static () => AnomalousService);

    internal static Shape<InsightImpactGraphEdge> InsightImpactGraphEdge { get; } = new Shape<InsightImpactGraphEdge>("InsightImpactGraphEdge")
        .Integer("ReferenceId", static r => r.ReferenceId, static (r, v) => r.ReferenceId = v);

    internal static Shape<InsightImpactGraphService> InsightImpactGraphService { get; } = new Shape<InsightImpactGraphService>("InsightImpactGraphService")
        .Integer("ReferenceId", static r => r.ReferenceId, static (r, v) => r.ReferenceId = v)
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v)
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Texts("Names", static r => r.Names, static (r, v) => r.Names = v!)
        .Text("AccountId", static r => r.AccountId, static (r, v) => r.AccountId = v)
        .Structures("Edges", static r => r.Edges, static (r, v) => r.Edges = v!, static () => InsightImpactGraphEdge);

    internal static Shape<GetInsightRequest> GetInsightRequest { get; } = new Shape<GetInsightRequest>("GetInsightRequest")
        .Text("InsightId", static r => r.InsightId, static (r, v) => r.InsightId = v, new TextRule(Pattern: InsightId), required: true);

    internal static Shape<GetInsightResponse> GetInsightResponse { get; } = new Shape<GetInsightResponse>("GetInsightResponse")
        .Structure("Insight", static r => r.Insight, static (r, v) => r.Insight = v, static () => Insight);

    internal static Shape<GetInsightSummariesRequest> GetInsightSummariesRequest { get; } = new Shape<GetInsightSummariesRequest>("GetInsightSummariesRequest")
        .Texts("States", static r => r.States, static (r, v) => r.States = v, TextRule.OneOf("ACTIVE", "CLOSED"), new CountRule(0, 1))
        .Text("GroupARN", static r => r.GroupARN, static (r, v) => r.GroupARN = v, TextRule.Length(1, 400))
        .Text("GroupName", static r => r.GroupName, static (r, v) => r.GroupName = v, TextRule.Length(1, 32))
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v, required: true)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v, required: true)
        .Integer("MaxResults", static r => r.MaxResults, static (r, v) => r.MaxResults = v, new NumberRule(1, 100))
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v, TextRule.Length(1, 2000));

    internal static Shape<GetInsightSummariesResponse> GetInsightSummariesResponse { get; } = new Shape<GetInsightSummariesResponse>("GetInsightSummariesResponse")
        .Structures("InsightSummaries", static r => r.InsightSummaries, static (r, v) => r.InsightSummaries = v!, static () => InsightSummary)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetInsightEventsRequest> GetInsightEventsRequest { get; } = new Shape<GetInsightEventsRequest>("GetInsightEventsRequest")
        .Text("InsightId", static r => r.InsightId, static (r, v) => r.InsightId = v, new TextRule(Pattern: InsightId), required: true)
        .Integer("MaxResults", static r => r.MaxResults, static (r, v) => r.MaxResults = v, new NumberRule(1, 50))
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v, TextRule.Length(1, 2000));

    internal static Shape<GetInsightEventsResponse> GetInsightEventsResponse { get; } = new Shape<GetInsightEventsResponse>("GetInsightEventsResponse")
        .Structures("InsightEvents", static r => r.InsightEvents, static (r, v) => r.InsightEvents = v!, static () => InsightEvent)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetInsightImpactGraphRequest> GetInsightImpactGraphRequest { get; } = new Shape<GetInsightImpactGraphRequest>("GetInsightImpactGraphRequest")
        .Text("InsightId", static r => r.InsightId, static (r, v) => r.InsightId = v, new TextRule(Pattern: InsightId), required: true)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v, required: true)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v, required: true)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v, TextRule.Length(1, 2000));

    internal static Shape<GetInsightImpactGraphResponse> GetInsightImpactGraphResponse { get; } = new Shape<GetInsightImpactGraphResponse>("GetInsightImpactGraphResponse")
        .Text("InsightId", static r => r.InsightId, static (r, v) => r.InsightId = v)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v)
        .Timestamp("ServiceGraphStartTime", static r => r.ServiceGraphStartTime, static (r, v) => r.ServiceGraphStartTime = v)
        .Timestamp("ServiceGraphEndTime", static r => r.ServiceGraphEndTime, static (r, v) => r.ServiceGraphEndTime = v)
        .Structures("Services", static r => r.Services, static (r, v) => r.Services = v!, static () => InsightImpactGraphService)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);
}
