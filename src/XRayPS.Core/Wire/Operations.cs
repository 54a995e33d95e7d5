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
    public static Operation CancelTraceRetrieval { get; } = new BareOperation(
        "CancelTraceRetrieval", "/CancelTraceRetrieval", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>CreateGroup.</summary>
    public static Operation CreateGroup { get; } = new BareOperation(
        "CreateGroup", "/CreateGroup", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>CreateSamplingRule.</summary>
    public static Operation CreateSamplingRule { get; } = new BareOperation(
        "CreateSamplingRule", "/CreateSamplingRule", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.RuleLimitExceeded);

    /// <summary>DeleteGroup.</summary>
    public static Operation DeleteGroup { get; } = new BareOperation(
        "DeleteGroup", "/DeleteGroup", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>DeleteResourcePolicy.</summary>
    public static Operation DeleteResourcePolicy { get; } = new BareOperation(
        "DeleteResourcePolicy", "/DeleteResourcePolicy", null, ErrorCodes.InvalidRequest, ErrorCodes.InvalidPolicyRevisionId, ErrorCodes.Throttled);

    /// <summary>DeleteSamplingRule.</summary>
    public static Operation DeleteSamplingRule { get; } = new BareOperation(
        "DeleteSamplingRule", "/DeleteSamplingRule", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetEncryptionConfig.</summary>
    public static Operation<Empty, EncryptionConfigResponse> GetEncryptionConfig { get; } = new(
        "GetEncryptionConfig", "/EncryptionConfig", ConfigShapes.Empty, ConfigShapes.EncryptionConfigResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetGroup.</summary>
    public static Operation GetGroup { get; } = new BareOperation(
        "GetGroup", "/GetGroup", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetGroups.</summary>
    public static Operation GetGroups { get; } = new BareOperation(
        "GetGroups", "/Groups", new Paging("Groups"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetIndexingRules.</summary>
    public static Operation GetIndexingRules { get; } = new BareOperation(
        "GetIndexingRules", "/GetIndexingRules", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetInsight.</summary>
    public static Operation GetInsight { get; } = new BareOperation(
        "GetInsight", "/Insight", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetInsightEvents.</summary>
    public static Operation GetInsightEvents { get; } = new BareOperation(
        "GetInsightEvents", "/InsightEvents", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetInsightImpactGraph.</summary>
    public static Operation GetInsightImpactGraph { get; } = new BareOperation(
        "GetInsightImpactGraph", "/InsightImpactGraph", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetInsightSummaries.</summary>
    public static Operation GetInsightSummaries { get; } = new BareOperation(
        "GetInsightSummaries", "/InsightSummaries", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetRetrievedTracesGraph.</summary>
    public static Operation GetRetrievedTracesGraph { get; } = new BareOperation(
        "GetRetrievedTracesGraph", "/GetRetrievedTracesGraph", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>GetSamplingRules.</summary>
    public static Operation GetSamplingRules { get; } = new BareOperation(
        "GetSamplingRules", "/GetSamplingRules", new Paging("SamplingRuleRecords"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetSamplingStatisticSummaries.</summary>
    public static Operation GetSamplingStatisticSummaries { get; } = new BareOperation(
        "GetSamplingStatisticSummaries", "/SamplingStatisticSummaries", new Paging("SamplingStatisticSummaries"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetSamplingTargets.</summary>
    public static Operation GetSamplingTargets { get; } = new BareOperation(
        "GetSamplingTargets", "/SamplingTargets", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetServiceGraph.</summary>
    public static Operation<GetServiceGraphRequest, GetServiceGraphResponse> GetServiceGraph { get; } = new(
        "GetServiceGraph", "/ServiceGraph", GraphShapes.GetServiceGraphRequest, GraphShapes.GetServiceGraphResponse, HotReaders.GetServiceGraph, new Paging("Services"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetTimeSeriesServiceStatistics.</summary>
    public static Operation GetTimeSeriesServiceStatistics { get; } = new BareOperation(
        "GetTimeSeriesServiceStatistics", "/TimeSeriesServiceStatistics", new Paging("TimeSeriesServiceStatistics"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetTraceGraph.</summary>
    public static Operation<GetTraceGraphRequest, GetTraceGraphResponse> GetTraceGraph { get; } = new(
        "GetTraceGraph", "/TraceGraph", GraphShapes.GetTraceGraphRequest, GraphShapes.GetTraceGraphResponse, HotReaders.GetTraceGraph, new Paging("Services"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetTraceSegmentDestination.</summary>
    public static Operation GetTraceSegmentDestination { get; } = new BareOperation(
        "GetTraceSegmentDestination", "/GetTraceSegmentDestination", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>GetTraceSummaries.</summary>
    public static Operation<GetTraceSummariesRequest, GetTraceSummariesResponse> GetTraceSummaries { get; } = new(
        "GetTraceSummaries", "/TraceSummaries", TraceShapes.GetTraceSummariesRequest, TraceShapes.GetTraceSummariesResponse, HotReaders.GetTraceSummaries, new Paging("TraceSummaries"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>ListResourcePolicies.</summary>
    public static Operation ListResourcePolicies { get; } = new BareOperation(
        "ListResourcePolicies", "/ListResourcePolicies", new Paging("ResourcePolicies"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>ListRetrievedTraces.</summary>
    public static Operation ListRetrievedTraces { get; } = new BareOperation(
        "ListRetrievedTraces", "/ListRetrievedTraces", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>ListTagsForResource.</summary>
    public static Operation ListTagsForResource { get; } = new BareOperation(
        "ListTagsForResource", "/ListTagsForResource", new Paging("Tags"), ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>PutEncryptionConfig.</summary>
    public static Operation<PutEncryptionConfigRequest, EncryptionConfigResponse> PutEncryptionConfig { get; } = new(
        "PutEncryptionConfig", "/PutEncryptionConfig", ConfigShapes.PutEncryptionConfigRequest, ConfigShapes.EncryptionConfigResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>PutResourcePolicy.</summary>
    public static Operation PutResourcePolicy { get; } = new BareOperation(
        "PutResourcePolicy", "/PutResourcePolicy", null, ErrorCodes.MalformedPolicyDocument, ErrorCodes.LockoutPrevention, ErrorCodes.InvalidPolicyRevisionId, ErrorCodes.PolicySizeLimitExceeded, ErrorCodes.PolicyCountLimitExceeded, ErrorCodes.Throttled);

    /// <summary>PutTelemetryRecords.</summary>
    public static Operation<PutTelemetryRecordsRequest, Empty> PutTelemetryRecords { get; } = new(
        "PutTelemetryRecords", "/TelemetryRecords", ConfigShapes.PutTelemetryRecordsRequest, ConfigShapes.Empty, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>PutTraceSegments.</summary>
    public static Operation<PutTraceSegmentsRequest, PutTraceSegmentsResponse> PutTraceSegments { get; } = new(
        "PutTraceSegments", "/TraceSegments", TraceShapes.PutTraceSegmentsRequest, TraceShapes.PutTraceSegmentsResponse, null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>StartTraceRetrieval.</summary>
    public static Operation StartTraceRetrieval { get; } = new BareOperation(
        "StartTraceRetrieval", "/StartTraceRetrieval", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>TagResource.</summary>
    public static Operation TagResource { get; } = new BareOperation(
        "TagResource", "/TagResource", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound, ErrorCodes.TooManyTags);

    /// <summary>UntagResource.</summary>
    public static Operation UntagResource { get; } = new BareOperation(
        "UntagResource", "/UntagResource", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>UpdateGroup.</summary>
    public static Operation UpdateGroup { get; } = new BareOperation(
        "UpdateGroup", "/UpdateGroup", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>UpdateIndexingRule.</summary>
    public static Operation UpdateIndexingRule { get; } = new BareOperation(
        "UpdateIndexingRule", "/UpdateIndexingRule", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled, ErrorCodes.ResourceNotFound);

    /// <summary>UpdateSamplingRule.</summary>
    public static Operation UpdateSamplingRule { get; } = new BareOperation(
        "UpdateSamplingRule", "/UpdateSamplingRule", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

    /// <summary>UpdateTraceSegmentDestination.</summary>
    public static Operation UpdateTraceSegmentDestination { get; } = new BareOperation(
        "UpdateTraceSegmentDestination", "/UpdateTraceSegmentDestination", null, ErrorCodes.InvalidRequest, ErrorCodes.Throttled);

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
