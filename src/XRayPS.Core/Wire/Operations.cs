using System.Collections.Frozen;
using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>
/// The operations of X-Ray, API version 2016-04-12, each named once. The client sends by this table, the local service
/// routes by it, a test walks it.
/// </summary>
public static class Operations
{
    /// <summary>BatchGetTraces.</summary>
    public static Operation<BatchGetTracesRequest, BatchGetTracesResponse> BatchGetTraces { get; } = new(
        "BatchGetTraces", "/Traces", TraceShapes.BatchGetTracesRequest, TraceShapes.BatchGetTracesResponse, new Paging("Traces"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>CancelTraceRetrieval.</summary>
    public static Operation<CancelTraceRetrievalRequest, Empty> CancelTraceRetrieval { get; } = new(
        "CancelTraceRetrieval", "/CancelTraceRetrieval", TransactionSearchShapes.CancelTraceRetrievalRequest, ConfigShapes.Empty, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>CreateGroup.</summary>
    public static Operation<CreateGroupRequest, GroupResponse> CreateGroup { get; } = new(
        "CreateGroup", "/CreateGroup", GroupShapes.CreateGroupRequest, GroupShapes.GroupResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>CreateSamplingRule.</summary>
    public static Operation<CreateSamplingRuleRequest, SamplingRuleResponse> CreateSamplingRule { get; } = new(
        "CreateSamplingRule", "/CreateSamplingRule", SamplingShapes.CreateSamplingRuleRequest, SamplingShapes.SamplingRuleResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.RuleLimitExceeded);

    /// <summary>DeleteGroup.</summary>
    public static Operation<GroupSelector, Empty> DeleteGroup { get; } = new(
        "DeleteGroup", "/DeleteGroup", GroupShapes.GroupSelector, ConfigShapes.Empty, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>DeleteResourcePolicy.</summary>
    public static Operation<DeleteResourcePolicyRequest, Empty> DeleteResourcePolicy { get; } = new(
        "DeleteResourcePolicy", "/DeleteResourcePolicy", ResourceShapes.DeleteResourcePolicyRequest, ConfigShapes.Empty, null, ErrorCodes.InvalidRequest, ErrorCodes.InvalidPolicyRevisionId, ErrorCodes.Throttled);

    /// <summary>DeleteSamplingRule.</summary>
    public static Operation<DeleteSamplingRuleRequest, SamplingRuleResponse> DeleteSamplingRule { get; } = new(
        "DeleteSamplingRule", "/DeleteSamplingRule", SamplingShapes.DeleteSamplingRuleRequest, SamplingShapes.SamplingRuleResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetEncryptionConfig.</summary>
    public static Operation<Empty, EncryptionConfigResponse> GetEncryptionConfig { get; } = new(
        "GetEncryptionConfig", "/EncryptionConfig", ConfigShapes.Empty, ConfigShapes.EncryptionConfigResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetGroup.</summary>
    public static Operation<GroupSelector, GroupResponse> GetGroup { get; } = new(
        "GetGroup", "/GetGroup", GroupShapes.GroupSelector, GroupShapes.GroupResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetGroups.</summary>
    public static Operation<GetGroupsRequest, GetGroupsResponse> GetGroups { get; } = new(
        "GetGroups", "/Groups", GroupShapes.GetGroupsRequest, GroupShapes.GetGroupsResponse, new Paging("Groups"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetIndexingRules.</summary>
    public static Operation<TokenRequest, GetIndexingRulesResponse> GetIndexingRules { get; } = new(
        "GetIndexingRules", "/GetIndexingRules", SamplingShapes.TokenRequest, TransactionSearchShapes.GetIndexingRulesResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetInsight.</summary>
    public static Operation<GetInsightRequest, GetInsightResponse> GetInsight { get; } = new(
        "GetInsight", "/Insight", InsightShapes.GetInsightRequest, InsightShapes.GetInsightResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetInsightEvents.</summary>
    public static Operation<GetInsightEventsRequest, GetInsightEventsResponse> GetInsightEvents { get; } = new(
        "GetInsightEvents", "/InsightEvents", InsightShapes.GetInsightEventsRequest, InsightShapes.GetInsightEventsResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetInsightImpactGraph.</summary>
    public static Operation<GetInsightImpactGraphRequest, GetInsightImpactGraphResponse> GetInsightImpactGraph { get; } = new(
        "GetInsightImpactGraph", "/InsightImpactGraph", InsightShapes.GetInsightImpactGraphRequest, InsightShapes.GetInsightImpactGraphResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetInsightSummaries.</summary>
    public static Operation<GetInsightSummariesRequest, GetInsightSummariesResponse> GetInsightSummaries { get; } = new(
        "GetInsightSummaries", "/InsightSummaries", InsightShapes.GetInsightSummariesRequest, InsightShapes.GetInsightSummariesResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetRetrievedTracesGraph.</summary>
    public static Operation<GetRetrievedTracesGraphRequest, GetRetrievedTracesGraphResponse> GetRetrievedTracesGraph { get; } = new(
        "GetRetrievedTracesGraph", "/GetRetrievedTracesGraph", TransactionSearchShapes.GetRetrievedTracesGraphRequest, TransactionSearchShapes.GetRetrievedTracesGraphResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>GetSamplingRules.</summary>
    public static Operation<TokenRequest, GetSamplingRulesResponse> GetSamplingRules { get; } = new(
        "GetSamplingRules", "/GetSamplingRules", SamplingShapes.TokenRequest, SamplingShapes.GetSamplingRulesResponse, new Paging("SamplingRuleRecords"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetSamplingStatisticSummaries.</summary>
    public static Operation<TokenRequest, GetSamplingStatisticSummariesResponse> GetSamplingStatisticSummaries { get; } = new(
        "GetSamplingStatisticSummaries", "/SamplingStatisticSummaries", SamplingShapes.TokenRequest, SamplingShapes.GetSamplingStatisticSummariesResponse, new Paging("SamplingStatisticSummaries"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetSamplingTargets.</summary>
    public static Operation<GetSamplingTargetsRequest, GetSamplingTargetsResponse> GetSamplingTargets { get; } = new(
        "GetSamplingTargets", "/SamplingTargets", SamplingShapes.GetSamplingTargetsRequest, SamplingShapes.GetSamplingTargetsResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetServiceGraph.</summary>
    public static Operation<GetServiceGraphRequest, GetServiceGraphResponse> GetServiceGraph { get; } = new(
        "GetServiceGraph", "/ServiceGraph", GraphShapes.GetServiceGraphRequest, GraphShapes.GetServiceGraphResponse, HotReaders.GetServiceGraph, new Paging("Services"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetTimeSeriesServiceStatistics.</summary>
    public static Operation<GetTimeSeriesServiceStatisticsRequest, GetTimeSeriesServiceStatisticsResponse> GetTimeSeriesServiceStatistics { get; } = new(
        "GetTimeSeriesServiceStatistics", "/TimeSeriesServiceStatistics", GroupShapes.GetTimeSeriesServiceStatisticsRequest, GroupShapes.GetTimeSeriesServiceStatisticsResponse, new Paging("TimeSeriesServiceStatistics"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetTraceGraph.</summary>
    public static Operation<GetTraceGraphRequest, GetTraceGraphResponse> GetTraceGraph { get; } = new(
        "GetTraceGraph", "/TraceGraph", GraphShapes.GetTraceGraphRequest, GraphShapes.GetTraceGraphResponse, HotReaders.GetTraceGraph, new Paging("Services"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetTraceSegmentDestination.</summary>
    public static Operation<Empty, TraceSegmentDestination> GetTraceSegmentDestination { get; } = new(
        "GetTraceSegmentDestination", "/GetTraceSegmentDestination", ConfigShapes.Empty, TransactionSearchShapes.TraceSegmentDestination, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetTraceSummaries.</summary>
    public static Operation<GetTraceSummariesRequest, GetTraceSummariesResponse> GetTraceSummaries { get; } = new(
        "GetTraceSummaries", "/TraceSummaries", TraceShapes.GetTraceSummariesRequest, TraceShapes.GetTraceSummariesResponse, HotReaders.GetTraceSummaries, new Paging("TraceSummaries"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>ListResourcePolicies.</summary>
    public static Operation<TokenRequest, ListResourcePoliciesResponse> ListResourcePolicies { get; } = new(
        "ListResourcePolicies", "/ListResourcePolicies", ResourceShapes.ListResourcePoliciesRequest, ResourceShapes.ListResourcePoliciesResponse, new Paging("ResourcePolicies"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>ListRetrievedTraces.</summary>
    public static Operation<ListRetrievedTracesRequest, ListRetrievedTracesResponse> ListRetrievedTraces { get; } = new(
        "ListRetrievedTraces", "/ListRetrievedTraces", TransactionSearchShapes.ListRetrievedTracesRequest, TransactionSearchShapes.ListRetrievedTracesResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>ListTagsForResource.</summary>
    public static Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> ListTagsForResource { get; } = new(
        "ListTagsForResource", "/ListTagsForResource", ResourceShapes.ListTagsForResourceRequest, ResourceShapes.ListTagsForResourceResponse, new Paging("Tags"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>PutEncryptionConfig.</summary>
    public static Operation<PutEncryptionConfigRequest, EncryptionConfigResponse> PutEncryptionConfig { get; } = new(
        "PutEncryptionConfig", "/PutEncryptionConfig", ConfigShapes.PutEncryptionConfigRequest, ConfigShapes.EncryptionConfigResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>PutResourcePolicy.</summary>
    public static Operation<PutResourcePolicyRequest, PutResourcePolicyResponse> PutResourcePolicy { get; } = new(
        "PutResourcePolicy", "/PutResourcePolicy", ResourceShapes.PutResourcePolicyRequest, ResourceShapes.PutResourcePolicyResponse, null, ErrorCodes.MalformedPolicyDocument, ErrorCodes.LockoutPrevention, ErrorCodes.InvalidPolicyRevisionId, ErrorCodes.PolicySizeLimitExceeded, ErrorCodes.PolicyCountLimitExceeded, ErrorCodes.Throttled);

    /// <summary>PutTelemetryRecords.</summary>
    public static Operation<PutTelemetryRecordsRequest, Empty> PutTelemetryRecords { get; } = new(
        "PutTelemetryRecords", "/TelemetryRecords", ConfigShapes.PutTelemetryRecordsRequest, ConfigShapes.Empty, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>PutTraceSegments.</summary>
    public static Operation<PutTraceSegmentsRequest, PutTraceSegmentsResponse> PutTraceSegments { get; } = new(
        "PutTraceSegments", "/TraceSegments", TraceShapes.PutTraceSegmentsRequest, TraceShapes.PutTraceSegmentsResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>StartTraceRetrieval.</summary>
    public static Operation<StartTraceRetrievalRequest, StartTraceRetrievalResponse> StartTraceRetrieval { get; } = new(
        "StartTraceRetrieval", "/StartTraceRetrieval", TransactionSearchShapes.StartTraceRetrievalRequest, TransactionSearchShapes.StartTraceRetrievalResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>TagResource.</summary>
    public static Operation<TagResourceRequest, Empty> TagResource { get; } = new(
        "TagResource", "/TagResource", ResourceShapes.TagResourceRequest, ConfigShapes.Empty, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound, ErrorCodes.TooManyTags);

    /// <summary>UntagResource.</summary>
    public static Operation<UntagResourceRequest, Empty> UntagResource { get; } = new(
        "UntagResource", "/UntagResource", ResourceShapes.UntagResourceRequest, ConfigShapes.Empty, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>UpdateGroup.</summary>
    public static Operation<UpdateGroupRequest, GroupResponse> UpdateGroup { get; } = new(
        "UpdateGroup", "/UpdateGroup", GroupShapes.UpdateGroupRequest, GroupShapes.GroupResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>UpdateIndexingRule.</summary>
    public static Operation<UpdateIndexingRuleRequest, UpdateIndexingRuleResponse> UpdateIndexingRule { get; } = new(
        "UpdateIndexingRule", "/UpdateIndexingRule", TransactionSearchShapes.UpdateIndexingRuleRequest, TransactionSearchShapes.UpdateIndexingRuleResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>UpdateSamplingRule.</summary>
    public static Operation<UpdateSamplingRuleRequest, SamplingRuleResponse> UpdateSamplingRule { get; } = new(
        "UpdateSamplingRule", "/UpdateSamplingRule", SamplingShapes.UpdateSamplingRuleRequest, SamplingShapes.SamplingRuleResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>UpdateTraceSegmentDestination.</summary>
    public static Operation<TraceSegmentDestinationRequest, TraceSegmentDestination> UpdateTraceSegmentDestination { get; } = new(
        "UpdateTraceSegmentDestination", "/UpdateTraceSegmentDestination", TransactionSearchShapes.TraceSegmentDestinationRequest, TransactionSearchShapes.TraceSegmentDestination, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>All operations, by name.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        BatchGetTraces,
        CancelTraceRetrieval,
        CreateGroup,
        CreateSamplingRule,
        DeleteGroup,
        DeleteResourcePolicy,
        DeleteSamplingRule,
        GetEncryptionConfig,
        GetGroup,
        GetGroups,
        GetIndexingRules,
        GetInsight,
        GetInsightEvents,
        GetInsightImpactGraph,
        GetInsightSummaries,
        GetRetrievedTracesGraph,
        GetSamplingRules,
        GetSamplingStatisticSummaries,
        GetSamplingTargets,
        GetServiceGraph,
        GetTimeSeriesServiceStatistics,
        GetTraceGraph,
        GetTraceSegmentDestination,
        GetTraceSummaries,
        ListResourcePolicies,
        ListRetrievedTraces,
        ListTagsForResource,
        PutEncryptionConfig,
        PutResourcePolicy,
        PutTelemetryRecords,
        PutTraceSegments,
        StartTraceRetrieval,
        TagResource,
        UntagResource,
        UpdateGroup,
        UpdateIndexingRule,
        UpdateSamplingRule,
        UpdateTraceSegmentDestination,
    ];

    private static readonly FrozenDictionary<string, Operation> ByName =
        All.ToFrozenDictionary(operation => operation.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Operation> ByPath =
        All.ToFrozenDictionary(operation => operation.Path, StringComparer.Ordinal);

    /// <summary>The operation of a name, in any case, or null.</summary>
    /// <param name="name">The name, such as <c>GetTraceSummaries</c>.</param>
    public static Operation? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The operation of a request path, or null.</summary>
    /// <param name="path">The path, such as <c>/TraceSummaries</c>.</param>
    public static Operation? Route(string path) => ByPath.GetValueOrDefault(path);
}
