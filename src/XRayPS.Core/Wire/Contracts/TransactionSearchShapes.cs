using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Members of indexing rules, destination and trace retrieval, as the model has them.</summary>
internal static class TransactionSearchShapes
{
    internal static Shape<TraceSegmentDestination> TraceSegmentDestination { get; } = new Shape<TraceSegmentDestination>("TraceSegmentDestination")
        .Text("Destination", static r => r.Destination, static (r, v) => r.Destination = v)
        .Text("Status", static r => r.Status, static (r, v) => r.Status = v);

    internal static Shape<CloudWatchLogsConfiguration> CloudWatchLogsConfiguration { get; } = new Shape<CloudWatchLogsConfiguration>("CloudWatchLogsConfiguration")
        .Text("SpansLogGroupKmsKeyId", static r => r.SpansLogGroupKmsKeyId, static (r, v) => r.SpansLogGroupKmsKeyId = v);

    internal static Shape<TraceSegmentDestinationRequest> TraceSegmentDestinationRequest { get; } = new Shape<TraceSegmentDestinationRequest>("TraceSegmentDestinationRequest")
        .Text("Destination", static r => r.Destination, static (r, v) => r.Destination = v, TextRule.OneOf("XRay", "CloudWatchLogs"))
        .Structure("CloudWatchLogsConfiguration", static r => r.CloudWatchLogsConfiguration, static (r, v) => r.CloudWatchLogsConfiguration = v, static () => CloudWatchLogsConfiguration);

    internal static Shape<ProbabilisticRuleValue> ProbabilisticRuleValue { get; } = new Shape<ProbabilisticRuleValue>("ProbabilisticRuleValue")
        .Number("DesiredSamplingPercentage", static r => r.DesiredSamplingPercentage, static (r, v) => r.DesiredSamplingPercentage = v, required: true)
        .Number("ActualSamplingPercentage", static r => r.ActualSamplingPercentage, static (r, v) => r.ActualSamplingPercentage = v);

    internal static Shape<IndexingRuleValue> IndexingRuleValue { get; } = new Shape<IndexingRuleValue>("IndexingRuleValue")
        .Structure("Probabilistic", static r => r.Probabilistic, static (r, v) => r.Probabilistic = v, static () => ProbabilisticRuleValue);

    internal static Shape<IndexingRule> IndexingRule { get; } = new Shape<IndexingRule>("IndexingRule")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Timestamp("ModifiedAt", static r => r.ModifiedAt, static (r, v) => r.ModifiedAt = v)
        .Structure("Rule", static r => r.Rule, static (r, v) => r.Rule = v, static () => IndexingRuleValue);

    internal static Shape<GetIndexingRulesResponse> GetIndexingRulesResponse { get; } = new Shape<GetIndexingRulesResponse>("GetIndexingRulesResponse")
        .Structures("IndexingRules", static r => r.IndexingRules, static (r, v) => r.IndexingRules = v!, static () => IndexingRule)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<UpdateIndexingRuleRequest> UpdateIndexingRuleRequest { get; } = new Shape<UpdateIndexingRuleRequest>("UpdateIndexingRuleRequest")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v, required: true)
        .Structure("Rule", static r => r.Rule, static (r, v) => r.Rule = v, static () => IndexingRuleValue, required: true);

    internal static Shape<UpdateIndexingRuleResponse> UpdateIndexingRuleResponse { get; } = new Shape<UpdateIndexingRuleResponse>("UpdateIndexingRuleResponse")
        .Structure("IndexingRule", static r => r.IndexingRule, static (r, v) => r.IndexingRule = v, static () => IndexingRule);

    internal static Shape<StartTraceRetrievalRequest> StartTraceRetrievalRequest { get; } = new Shape<StartTraceRetrievalRequest>("StartTraceRetrievalRequest")
        .Texts("TraceIds", static r => r.TraceIds, static (r, v) => r.TraceIds = v, TextRule.Length(1, 35), new CountRule(0, 100), required: true)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v, required: true)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v, required: true);

    internal static Shape<StartTraceRetrievalResponse> StartTraceRetrievalResponse { get; } = new Shape<StartTraceRetrievalResponse>("StartTraceRetrievalResponse")
        .Text("RetrievalToken", static r => r.RetrievalToken, static (r, v) => r.RetrievalToken = v);

    internal static Shape<Span> Span { get; } = new Shape<Span>("Span")
        .Text("Id", static r => r.Id, static (r, v) => r.Id = v)
        .Text("Document", static r => r.Document, static (r, v) => r.Document = v);

    internal static Shape<RetrievedTrace> RetrievedTrace { get; } = new Shape<RetrievedTrace>("RetrievedTrace")
        .Text("Id", static r => r.Id, static (r, v) => r.Id = v)
        .Number("Duration", static r => r.Duration, static (r, v) => r.Duration = v)
        .Structures("Spans", static r => r.Spans, static (r, v) => r.Spans = v!, static () => Span);

    internal static Shape<ListRetrievedTracesRequest> ListRetrievedTracesRequest { get; } = new Shape<ListRetrievedTracesRequest>("ListRetrievedTracesRequest")
        .Text("RetrievalToken", static r => r.RetrievalToken, static (r, v) => r.RetrievalToken = v, TextRule.Length(0, 1020), required: true)
        .Text("TraceFormat", static r => r.TraceFormat, static (r, v) => r.TraceFormat = v, TextRule.OneOf("XRAY", "OTEL"))
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<ListRetrievedTracesResponse> ListRetrievedTracesResponse { get; } = new Shape<ListRetrievedTracesResponse>("ListRetrievedTracesResponse")
        .Text("RetrievalStatus", static r => r.RetrievalStatus, static (r, v) => r.RetrievalStatus = v)
        .Text("TraceFormat", static r => r.TraceFormat, static (r, v) => r.TraceFormat = v)
        .Structures("Traces", static r => r.Traces, static (r, v) => r.Traces = v!, static () => RetrievedTrace)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GraphLink> GraphLink { get; } = new Shape<GraphLink>("GraphLink")
        .Text("ReferenceType", static r => r.ReferenceType, static (r, v) => r.ReferenceType = v)
        .Text("SourceTraceId", static r => r.SourceTraceId, static (r, v) => r.SourceTraceId = v)
        .Texts("DestinationTraceIds", static r => r.DestinationTraceIds, static (r, v) => r.DestinationTraceIds = v!);

    internal static Shape<RetrievedService> RetrievedService { get; } = new Shape<RetrievedService>("RetrievedService")
        .Structure("Service", static r => r.Service, static (r, v) => r.Service = v, static () => GraphShapes.Service)
        .Structures("Links", static r => r.Links, static (r, v) => r.Links = v!, static () => GraphLink);

    internal static Shape<GetRetrievedTracesGraphRequest> GetRetrievedTracesGraphRequest { get; } = new Shape<GetRetrievedTracesGraphRequest>("GetRetrievedTracesGraphRequest")
        .Text("RetrievalToken", static r => r.RetrievalToken, static (r, v) => r.RetrievalToken = v, TextRule.Length(0, 1020), required: true)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetRetrievedTracesGraphResponse> GetRetrievedTracesGraphResponse { get; } = new Shape<GetRetrievedTracesGraphResponse>("GetRetrievedTracesGraphResponse")
        .Text("RetrievalStatus", static r => r.RetrievalStatus, static (r, v) => r.RetrievalStatus = v)
        .Structures("Services", static r => r.Services, static (r, v) => r.Services = v!, static () => RetrievedService)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<CancelTraceRetrievalRequest> CancelTraceRetrievalRequest { get; } = new Shape<CancelTraceRetrievalRequest>("CancelTraceRetrievalRequest")
        .Text("RetrievalToken", static r => r.RetrievalToken, static (r, v) => r.RetrievalToken = v, TextRule.Length(0, 1020), required: true);
}
