using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Retrieval;
using XRayPS.Sampling;

namespace XRayPS.Paging;

/// <summary>The operations that page.</summary>
internal static class PagedOperations
{
    internal static PagedOperation<GetTraceSummariesRequest, GetTraceSummariesResponse, TraceSummary> TraceSummaries { get; } =
        new(
        Operations.GetTraceSummaries,
        static response => response.TraceSummaries,
        static (response, items) => response.TraceSummaries = items);

    internal static PagedOperation<BatchGetTracesRequest, BatchGetTracesResponse, Trace> Traces { get; } = new(
        Operations.BatchGetTraces,
        static response => response.Traces,
        static (response, items) => response.Traces = items);

    internal static PagedOperation<GetTraceGraphRequest, GetTraceGraphResponse, Service> TraceGraph { get; } = new(
        Operations.GetTraceGraph,
        static response => response.Services,
        static (response, items) => response.Services = items);

    internal static PagedOperation<GetServiceGraphRequest, GetServiceGraphResponse, Service> ServiceGraph { get; } =
        new(
        Operations.GetServiceGraph,
        static response => response.Services,
        static (response, items) => response.Services = items);

    internal static PagedOperation<GetTimeSeriesServiceStatisticsRequest, GetTimeSeriesServiceStatisticsResponse, TimeSeriesServiceStatistics> TimeSeries { get; } =
        new(
        Operations.GetTimeSeriesServiceStatistics,
        static response => response.TimeSeriesServiceStatistics,
        static (response, items) => response.TimeSeriesServiceStatistics = items);

    internal static PagedOperation<GetGroupsRequest, GetGroupsResponse, Group> Groups { get; } = new(
        Operations.GetGroups,
        static response => response.Groups,
        static (response, items) => response.Groups = items);

    internal static PagedOperation<ListTagsForResourceRequest, ListTagsForResourceResponse, Tag> Tags { get; } = new(
        Operations.ListTagsForResource,
        static response => response.Tags,
        static (response, items) => response.Tags = items);

    internal static PagedOperation<TokenRequest, ListResourcePoliciesResponse, ResourcePolicy> ResourcePolicies { get; } =
        new(
        Operations.ListResourcePolicies,
        static response => response.ResourcePolicies,
        static (response, items) => response.ResourcePolicies = items);

    /// <summary>Rules with their dates, which stand beside them on the wire.</summary>
    internal static PagedOperation<TokenRequest, GetSamplingRulesResponse, SamplingRule> SamplingRules { get; } = new(
        Operations.GetSamplingRules,
        static response => new RecordList<SamplingRule>(response.SamplingRuleRecords.Select(RuleRecords.Dated)),
        static (response, items) => response.SamplingRuleRecords = new(items.Select(RuleRecords.Of)));

    internal static PagedOperation<TokenRequest, GetSamplingStatisticSummariesResponse, SamplingStatisticSummary> SamplingStatistics { get; } =
        new(
        Operations.GetSamplingStatisticSummaries,
        static response => response.SamplingStatisticSummaries,
        static (response, items) => response.SamplingStatisticSummaries = items);

    internal static PagedOperation<GetInsightSummariesRequest, GetInsightSummariesResponse, InsightSummary> InsightSummaries { get; } =
        new(
        Operations.GetInsightSummaries,
        static response => response.InsightSummaries,
        static (response, items) => response.InsightSummaries = items);

    internal static PagedOperation<GetInsightEventsRequest, GetInsightEventsResponse, InsightEvent> InsightEvents { get; } =
        new(
        Operations.GetInsightEvents,
        static response => response.InsightEvents,
        static (response, items) => response.InsightEvents = items);

    internal static PagedOperation<GetInsightImpactGraphRequest, GetInsightImpactGraphResponse, InsightImpactGraphService> InsightImpactGraph { get; } =
        new(
        Operations.GetInsightImpactGraph,
        static response => response.Services,
        static (response, items) => response.Services = items);

    internal static PagedOperation<TokenRequest, GetIndexingRulesResponse, IndexingRule> IndexingRules { get; } = new(
        Operations.GetIndexingRules,
        static response => response.IndexingRules,
        static (response, items) => response.IndexingRules = items);

    internal static PagedOperation<ListRetrievedTracesRequest, ListRetrievedTracesResponse, RetrievedTrace> RetrievedTraces { get; } =
        new(
        Operations.ListRetrievedTraces,
        static response => response.Traces,
        static (response, items) => response.Traces = items);

    /// <summary>Nodes with their links, which stand beside them on the wire.</summary>
    internal static PagedOperation<GetRetrievedTracesGraphRequest, GetRetrievedTracesGraphResponse, Service> RetrievedTracesGraph { get; } =
        new(
        Operations.GetRetrievedTracesGraph,
        static response => new RecordList<Service>(response.Services.Select(RetrievedParts.Linked)),
        static (response, items) => response.Services = new(items.Select(RetrievedParts.Of)));
}
