using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Members of traces, summaries and root causes, as the model has them.</summary>
internal static class TraceShapes
{
    internal static Shape<ServiceId> ServiceId { get; } = new Shape<ServiceId>("ServiceId")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Texts("Names", static r => r.Names, static (r, v) => r.Names = v!)
        .Text("AccountId", static r => r.AccountId, static (r, v) => r.AccountId = v)
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v);

    internal static Shape<Http> Http { get; } = new Shape<Http>("Http")
        .Text("HttpURL", static r => r.HttpURL, static (r, v) => r.HttpURL = v)
        .Integer("HttpStatus", static r => r.HttpStatus, static (r, v) => r.HttpStatus = v)
        .Text("HttpMethod", static r => r.HttpMethod, static (r, v) => r.HttpMethod = v)
        .Text("UserAgent", static r => r.UserAgent, static (r, v) => r.UserAgent = v)
        .Text("ClientIp", static r => r.ClientIp, static (r, v) => r.ClientIp = v);

    internal static Shape<AnnotationValue> AnnotationValue { get; } = new Shape<AnnotationValue>("AnnotationValue")
        .Number("NumberValue", static r => r.NumberValue, static (r, v) => r.NumberValue = v)
        .Boolean("BooleanValue", static r => r.BooleanValue, static (r, v) => r.BooleanValue = v)
        .Text("StringValue", static r => r.StringValue, static (r, v) => r.StringValue = v);

    internal static Shape<ValueWithServiceIds> ValueWithServiceIds { get; } = new Shape<ValueWithServiceIds>("ValueWithServiceIds")
        .Structure("AnnotationValue", static r => r.AnnotationValue, static (r, v) => r.AnnotationValue = v, static () => AnnotationValue)
        .Structures("ServiceIds", static r => r.ServiceIds, static (r, v) => r.ServiceIds = v, static () => ServiceId);

    internal static Shape<TraceUser> TraceUser { get; } = new Shape<TraceUser>("TraceUser")
        .Text("UserName", static r => r.UserName, static (r, v) => r.UserName = v)
        .Structures("ServiceIds", static r => r.ServiceIds, static (r, v) => r.ServiceIds = v, static () => ServiceId);

    internal static Shape<ResourceARNDetail> ResourceARNDetail { get; } = new Shape<ResourceARNDetail>("ResourceARNDetail")
        .Text("ARN", static r => r.ARN, static (r, v) => r.ARN = v);

    internal static Shape<InstanceIdDetail> InstanceIdDetail { get; } = new Shape<InstanceIdDetail>("InstanceIdDetail")
        .Text("Id", static r => r.Id, static (r, v) => r.Id = v);

    internal static Shape<AvailabilityZoneDetail> AvailabilityZoneDetail { get; } = new Shape<AvailabilityZoneDetail>("AvailabilityZoneDetail")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v);

    internal static Shape<RootCauseException> RootCauseException { get; } = new Shape<RootCauseException>("RootCauseException")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Text("Message", static r => r.Message, static (r, v) => r.Message = v);

    internal static Shape<ErrorRootCauseEntity> ErrorRootCauseEntity { get; } = new Shape<ErrorRootCauseEntity>("ErrorRootCauseEntity")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Structures("Exceptions", static r => r.Exceptions, static (r, v) => r.Exceptions = v!, static () => RootCauseException)
        .Boolean("Remote", static r => r.Remote, static (r, v) => r.Remote = v);

    internal static Shape<ErrorRootCauseService> ErrorRootCauseService { get; } = new Shape<ErrorRootCauseService>("ErrorRootCauseService")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Texts("Names", static r => r.Names, static (r, v) => r.Names = v!)
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v)
        .Text("AccountId", static r => r.AccountId, static (r, v) => r.AccountId = v)
        .Structures("EntityPath", static r => r.EntityPath, static (r, v) => r.EntityPath = v!, static () => ErrorRootCauseEntity)
        .Boolean("Inferred", static r => r.Inferred, static (r, v) => r.Inferred = v);

    internal static Shape<ErrorRootCause> ErrorRootCause { get; } = new Shape<ErrorRootCause>("ErrorRootCause")
        .Structures("Services", static r => r.Services, static (r, v) => r.Services = v!, static () => ErrorRootCauseService)
        .Boolean("ClientImpacting", static r => r.ClientImpacting, static (r, v) => r.ClientImpacting = v);

    internal static Shape<FaultRootCauseEntity> FaultRootCauseEntity { get; } = new Shape<FaultRootCauseEntity>("FaultRootCauseEntity")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Structures("Exceptions", static r => r.Exceptions, static (r, v) => r.Exceptions = v!, static () => RootCauseException)
        .Boolean("Remote", static r => r.Remote, static (r, v) => r.Remote = v);

    internal static Shape<FaultRootCauseService> FaultRootCauseService { get; } = new Shape<FaultRootCauseService>("FaultRootCauseService")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Texts("Names", static r => r.Names, static (r, v) => r.Names = v!)
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v)
        .Text("AccountId", static r => r.AccountId, static (r, v) => r.AccountId = v)
        .Structures("EntityPath", static r => r.EntityPath, static (r, v) => r.EntityPath = v!, static () => FaultRootCauseEntity)
        .Boolean("Inferred", static r => r.Inferred, static (r, v) => r.Inferred = v);

    internal static Shape<FaultRootCause> FaultRootCause { get; } = new Shape<FaultRootCause>("FaultRootCause")
        .Structures("Services", static r => r.Services, static (r, v) => r.Services = v!, static () => FaultRootCauseService)
        .Boolean("ClientImpacting", static r => r.ClientImpacting, static (r, v) => r.ClientImpacting = v);

    internal static Shape<ResponseTimeRootCauseEntity> ResponseTimeRootCauseEntity { get; } = new Shape<ResponseTimeRootCauseEntity>("ResponseTimeRootCauseEntity")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Number("Coverage", static r => r.Coverage, static (r, v) => r.Coverage = v)
        .Boolean("Remote", static r => r.Remote, static (r, v) => r.Remote = v);

    internal static Shape<ResponseTimeRootCauseService> ResponseTimeRootCauseService { get; } = new Shape<ResponseTimeRootCauseService>("ResponseTimeRootCauseService")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v)
        .Texts("Names", static r => r.Names, static (r, v) => r.Names = v!)
        .Text("Type", static r => r.Type, static (r, v) => r.Type = v)
        .Text("AccountId", static r => r.AccountId, static (r, v) => r.AccountId = v)
        .Structures("EntityPath", static r => r.EntityPath, static (r, v) => r.EntityPath = v!, static () => ResponseTimeRootCauseEntity)
        .Boolean("Inferred", static r => r.Inferred, static (r, v) => r.Inferred = v);

    internal static Shape<ResponseTimeRootCause> ResponseTimeRootCause { get; } = new Shape<ResponseTimeRootCause>("ResponseTimeRootCause")
        .Structures("Services", static r => r.Services, static (r, v) => r.Services = v!, static () => ResponseTimeRootCauseService)
        .Boolean("ClientImpacting", static r => r.ClientImpacting, static (r, v) => r.ClientImpacting = v);

    internal static Shape<MatchedService> MatchedService { get; } = new Shape<MatchedService>("MatchedService")
        .Boolean("HasError", static r => r.HasError, static (r, v) => r.HasError = v)
        .Boolean("HasFault", static r => r.HasFault, static (r, v) => r.HasFault = v)
        .Boolean("HasThrottle", static r => r.HasThrottle, static (r, v) => r.HasThrottle = v)
        .Number("ResponseTime", static r => r.ResponseTime, static (r, v) => r.ResponseTime = v)
        .StructureListMap("Annotations", static r => r.Annotations, static (r, v) => r.Annotations = v!, static () => ValueWithServiceIds);

    internal static Shape<MatchedEdge> MatchedEdge { get; } = new Shape<MatchedEdge>("MatchedEdge")
        .Boolean("HasError", static r => r.HasError, static (r, v) => r.HasError = v)
        .Boolean("HasFault", static r => r.HasFault, static (r, v) => r.HasFault = v)
        .Boolean("HasThrottle", static r => r.HasThrottle, static (r, v) => r.HasThrottle = v)
        .Number("ResponseTime", static r => r.ResponseTime, static (r, v) => r.ResponseTime = v)
        .StructureListMap("DestinationAnnotations", static r => r.DestinationAnnotations, static (r, v) => r.DestinationAnnotations = v!, static () => ValueWithServiceIds);

    internal static Shape<TraceSummary> TraceSummary { get; } = new Shape<TraceSummary>("TraceSummary")
        .Text("Id", static r => r.Id, static (r, v) => r.Id = v)
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v)
        .Number("Duration", static r => r.Duration, static (r, v) => r.Duration = v)
        .Number("ResponseTime", static r => r.ResponseTime, static (r, v) => r.ResponseTime = v)
        .Boolean("HasFault", static r => r.HasFault, static (r, v) => r.HasFault = v ?? false)
        .Boolean("HasError", static r => r.HasError, static (r, v) => r.HasError = v ?? false)
        .Boolean("HasThrottle", static r => r.HasThrottle, static (r, v) => r.HasThrottle = v ?? false)
        .Boolean("IsPartial", static r => r.IsPartial, static (r, v) => r.IsPartial = v ?? false)
        .Structure("Http", static r => r.Http, static (r, v) => r.Http = v, static () => Http)
        .StructureListMap("Annotations", static r => r.Annotations, static (r, v) => r.Annotations = v!, static () => ValueWithServiceIds)
        .Structures("Users", static r => r.Users, static (r, v) => r.Users = v!, static () => TraceUser)
        .Structures("ServiceIds", static r => r.ServiceIds, static (r, v) => r.ServiceIds = v!, static () => ServiceId)
        .Structures("ResourceARNs", static r => r.ResourceARNs, static (r, v) => r.ResourceARNs = v!, static () => ResourceARNDetail)
        .Structures("InstanceIds", static r => r.InstanceIds, static (r, v) => r.InstanceIds = v!, static () => InstanceIdDetail)
        .Structures("AvailabilityZones", static r => r.AvailabilityZones, static (r, v) => r.AvailabilityZones = v!, static () => AvailabilityZoneDetail)
        .Structure("EntryPoint", static r => r.EntryPoint, static (r, v) => r.EntryPoint = v, static () => ServiceId)
        .Structures("FaultRootCauses", static r => r.FaultRootCauses, static (r, v) => r.FaultRootCauses = v!, static () => FaultRootCause)
        .Structures("ErrorRootCauses", static r => r.ErrorRootCauses, static (r, v) => r.ErrorRootCauses = v!, static () => ErrorRootCause)
        .Structures("ResponseTimeRootCauses", static r => r.ResponseTimeRootCauses, static (r, v) => r.ResponseTimeRootCauses = v!, static () => ResponseTimeRootCause)
        .Integer("Revision", static r => r.Revision, static (r, v) => r.Revision = v)
        .Timestamp("MatchedEventTime", static r => r.MatchedEventTime, static (r, v) => r.MatchedEventTime = v)
        .Structure("MatchedService", static r => r.MatchedService, static (r, v) => r.MatchedService = v, static () => MatchedService)
        .Structure("MatchedEdge", static r => r.MatchedEdge, static (r, v) => r.MatchedEdge = v, static () => MatchedEdge);

    internal static Shape<Segment> Segment { get; } = new Shape<Segment>("Segment")
        .Text("Id", static r => r.Id, static (r, v) => r.Id = v)
        .Text("Document", static r => r.Document, static (r, v) => r.Document = v);

    internal static Shape<Trace> Trace { get; } = new Shape<Trace>("Trace")
        .Text("Id", static r => r.Id, static (r, v) => r.Id = v)
        .Number("Duration", static r => r.Duration, static (r, v) => r.Duration = v)
        .Boolean("LimitExceeded", static r => r.LimitExceeded, static (r, v) => r.LimitExceeded = v)
        .Structures("Segments", static r => r.Segments, static (r, v) => r.Segments = v!, static () => Segment);

    internal static Shape<SamplingStrategy> SamplingStrategy { get; } = new Shape<SamplingStrategy>("SamplingStrategy")
        .Text("Name", static r => r.Name, static (r, v) => r.Name = v, TextRule.OneOf("PartialScan", "FixedRate"))
        .Number("Value", static r => r.Value, static (r, v) => r.Value = v);

    internal static Shape<GetTraceSummariesRequest> GetTraceSummariesRequest { get; } = new Shape<GetTraceSummariesRequest>("GetTraceSummariesRequest")
        .Timestamp("StartTime", static r => r.StartTime, static (r, v) => r.StartTime = v, required: true)
        .Timestamp("EndTime", static r => r.EndTime, static (r, v) => r.EndTime = v, required: true)
        .Text("TimeRangeType", static r => r.TimeRangeType, static (r, v) => r.TimeRangeType = v, TextRule.OneOf("TraceId", "Event", "Service"))
        .Boolean("Sampling", static r => r.Sampling, static (r, v) => r.Sampling = v)
        .Structure("SamplingStrategy", static r => r.SamplingStrategy, static (r, v) => r.SamplingStrategy = v, static () => SamplingStrategy)
        .Text("FilterExpression", static r => r.FilterExpression, static (r, v) => r.FilterExpression = v)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetTraceSummariesResponse> GetTraceSummariesResponse { get; } = new Shape<GetTraceSummariesResponse>("GetTraceSummariesResponse")
        .Structures("TraceSummaries", static r => r.TraceSummaries, static (r, v) => r.TraceSummaries = v!, static () => TraceSummary)
        .Timestamp("ApproximateTime", static r => r.ApproximateTime, static (r, v) => r.ApproximateTime = v)
        .Long("TracesProcessedCount", static r => r.TracesProcessedCount, static (r, v) => r.TracesProcessedCount = v)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<BatchGetTracesRequest> BatchGetTracesRequest { get; } = new Shape<BatchGetTracesRequest>("BatchGetTracesRequest")
        .Texts("TraceIds", static r => r.TraceIds, static (r, v) => r.TraceIds = v, TextRule.Length(1, 35), required: true)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<BatchGetTracesResponse> BatchGetTracesResponse { get; } = new Shape<BatchGetTracesResponse>("BatchGetTracesResponse")
        .Structures("Traces", static r => r.Traces, static (r, v) => r.Traces = v!, static () => Trace)
        .Texts("UnprocessedTraceIds", static r => r.UnprocessedTraceIds, static (r, v) => r.UnprocessedTraceIds = v!)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<UnprocessedTraceSegment> UnprocessedTraceSegment { get; } = new Shape<UnprocessedTraceSegment>("UnprocessedTraceSegment")
        .Text("Id", static r => r.Id, static (r, v) => r.Id = v)
        .Text("ErrorCode", static r => r.ErrorCode, static (r, v) => r.ErrorCode = v)
        .Text("Message", static r => r.Message, static (r, v) => r.Message = v);

    internal static Shape<PutTraceSegmentsRequest> PutTraceSegmentsRequest { get; } = new Shape<PutTraceSegmentsRequest>("PutTraceSegmentsRequest")
        .Texts("TraceSegmentDocuments", static r => r.TraceSegmentDocuments, static (r, v) => r.TraceSegmentDocuments = v, required: true);

    internal static Shape<PutTraceSegmentsResponse> PutTraceSegmentsResponse { get; } = new Shape<PutTraceSegmentsResponse>("PutTraceSegmentsResponse")
        .Structures("UnprocessedTraceSegments", static r => r.UnprocessedTraceSegments, static (r, v) => r.UnprocessedTraceSegments = v!, static () => UnprocessedTraceSegment);
}
