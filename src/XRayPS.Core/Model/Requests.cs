namespace XRayPS.Core.Model;

/// <summary>A request or response without members.</summary>
public sealed class Empty;

/// <summary>Request of PutTraceSegments.</summary>
public sealed class PutTraceSegmentsRequest
{
    /// <summary>JSON texts of segments or independent subsegments.</summary>
    public RecordList<string>? TraceSegmentDocuments { get; set; }
}

/// <summary>Response of PutTraceSegments.</summary>
public sealed class PutTraceSegmentsResponse
{
    /// <summary>What was refused.</summary>
    public RecordList<UnprocessedTraceSegment> UnprocessedTraceSegments { get; set; } = [];
}

/// <summary>Request of PutTelemetryRecords.</summary>
public sealed class PutTelemetryRecordsRequest
{
    /// <summary>The records.</summary>
    public RecordList<TelemetryRecord>? TelemetryRecords { get; set; }

    /// <summary>The daemon's host, up to 255 characters.</summary>
    public string? Hostname { get; set; }

    /// <summary>The daemon's instance, up to 20 characters.</summary>
    public string? EC2InstanceId { get; set; }

    /// <summary>The daemon's resource, up to 500 characters.</summary>
    public string? ResourceARN { get; set; }
}

/// <summary>How GetTraceSummaries thins out traces.</summary>
public sealed class SamplingStrategy
{
    /// <summary><c>PartialScan</c> or <c>FixedRate</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The share of the traces for FixedRate, 0 to 1.</summary>
    public double? Value { get; set; }
}

/// <summary>Request of GetTraceSummaries.</summary>
public sealed class GetTraceSummariesRequest : ITokenCarrier
{
    /// <summary>Start of the window, inclusive.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window, exclusive.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary><c>TraceId</c>, <c>Event</c> or <c>Service</c>.</summary>
    public string? TimeRangeType { get; set; }

    /// <summary>Whether to look at a subset only.</summary>
    public bool? Sampling { get; set; }

    /// <summary>How the subset is chosen.</summary>
    public SamplingStrategy? SamplingStrategy { get; set; }

    /// <summary>The filter.</summary>
    public string? FilterExpression { get; set; }

    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetTraceSummaries.</summary>
public sealed class GetTraceSummariesResponse : ITokenCarrier
{
    /// <summary>The page.</summary>
    public RecordList<TraceSummary> TraceSummaries { get; set; } = [];

    /// <summary>Start of the page.</summary>
    public DateTimeOffset? ApproximateTime { get; set; }

    /// <summary>Traces scanned, those that did not match included.</summary>
    public long? TracesProcessedCount { get; set; }

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of BatchGetTraces.</summary>
public sealed class BatchGetTracesRequest : ITokenCarrier
{
    /// <summary>One to five ids.</summary>
    public RecordList<string>? TraceIds { get; set; }

    /// <summary>Refused by the service.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of BatchGetTraces.</summary>
public sealed class BatchGetTracesResponse : ITokenCarrier
{
    /// <summary>The traces, in no order.</summary>
    public RecordList<Trace> Traces { get; set; } = [];

    /// <summary>Ids to ask for again.</summary>
    public RecordList<string> UnprocessedTraceIds { get; set; } = [];

    /// <summary>The next page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of GetTraceGraph.</summary>
public sealed class GetTraceGraphRequest : ITokenCarrier
{
    /// <summary>One id.</summary>
    public RecordList<string>? TraceIds { get; set; }

    /// <summary>Refused by the service.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetTraceGraph.</summary>
public sealed class GetTraceGraphResponse : ITokenCarrier
{
    /// <summary>The nodes.</summary>
    public RecordList<Service> Services { get; set; } = [];

    /// <summary>The next page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of GetServiceGraph.</summary>
public sealed class GetServiceGraphRequest : ITokenCarrier
{
    /// <summary>Start of the window, inclusive.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window, exclusive.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>A group by name.</summary>
    public string? GroupName { get; set; }

    /// <summary>A group by ARN.</summary>
    public string? GroupARN { get; set; }

    /// <summary>Refused by the service.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetServiceGraph.</summary>
public sealed class GetServiceGraphResponse : ITokenCarrier
{
    /// <summary>Smallest start of a node.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>Largest end of a node less one second.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The nodes.</summary>
    public RecordList<Service> Services { get; set; } = [];

    /// <summary>Whether traces were accepted under an older filter of the group.</summary>
    public bool? ContainsOldGroupVersions { get; set; }

    /// <summary>The next page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of PutEncryptionConfig.</summary>
public sealed class PutEncryptionConfigRequest
{
    /// <summary><c>NONE</c> or <c>KMS</c>.</summary>
    public string? Type { get; set; }

    /// <summary>The KMS key: alias, id or ARN.</summary>
    public string? KeyId { get; set; }
}

/// <summary>Response of PutEncryptionConfig and GetEncryptionConfig.</summary>
public sealed class EncryptionConfigResponse
{
    /// <summary>The configuration.</summary>
    public EncryptionConfig? EncryptionConfig { get; set; }
}
