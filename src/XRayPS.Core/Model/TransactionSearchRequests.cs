namespace XRayPS.Core.Model;

/// <summary>Request of UpdateTraceSegmentDestination.</summary>
public sealed class TraceSegmentDestinationRequest
{
    /// <summary><c>XRay</c> or <c>CloudWatchLogs</c>.</summary>
    public string? Destination { get; set; }

    /// <summary>Settings of the log groups that X-Ray makes; only with <c>CloudWatchLogs</c>.</summary>
    public CloudWatchLogsConfiguration? CloudWatchLogsConfiguration { get; set; }
}

/// <summary>Settings of the log groups that X-Ray makes for Transaction Search.</summary>
public sealed class CloudWatchLogsConfiguration
{
    /// <summary>The ARN of the KMS key that encrypts the log group <c>aws/spans</c> when X-Ray makes it.</summary>
    public string? SpansLogGroupKmsKeyId { get; set; }
}

/// <summary>Response of GetIndexingRules.</summary>
public sealed class GetIndexingRulesResponse : ITokenCarrier
{
    /// <summary>The rules.</summary>
    public RecordList<IndexingRule> IndexingRules { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of UpdateIndexingRule.</summary>
public sealed class UpdateIndexingRuleRequest
{
    /// <summary>The rule.</summary>
    public string? Name { get; set; }

    /// <summary>What it is to say.</summary>
    public IndexingRuleValue? Rule { get; set; }
}

/// <summary>Response of UpdateIndexingRule.</summary>
public sealed class UpdateIndexingRuleResponse
{
    /// <summary>The rule.</summary>
    public IndexingRule? IndexingRule { get; set; }
}

/// <summary>Request of StartTraceRetrieval.</summary>
public sealed class StartTraceRetrievalRequest
{
    /// <summary>At most 100 ids.</summary>
    public RecordList<string>? TraceIds { get; set; }

    /// <summary>Start of the window.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window.</summary>
    public DateTimeOffset? EndTime { get; set; }
}

/// <summary>Response of StartTraceRetrieval.</summary>
public sealed class StartTraceRetrievalResponse
{
    /// <summary>Names the retrieval.</summary>
    public string? RetrievalToken { get; set; }
}

/// <summary>Request of ListRetrievedTraces.</summary>
public sealed class ListRetrievedTracesRequest : ITokenCarrier
{
    /// <summary>The retrieval.</summary>
    public string? RetrievalToken { get; set; }

    /// <summary><c>XRAY</c> or <c>OTEL</c>.</summary>
    public string? TraceFormat { get; set; }

    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of ListRetrievedTraces.</summary>
public sealed class ListRetrievedTracesResponse : ITokenCarrier
{
    /// <summary>How far it is.</summary>
    public string? RetrievalStatus { get; set; }

    /// <summary>The format.</summary>
    public string? TraceFormat { get; set; }

    /// <summary>At most five traces.</summary>
    public RecordList<RetrievedTrace> Traces { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of GetRetrievedTracesGraph.</summary>
public sealed class GetRetrievedTracesGraphRequest : ITokenCarrier
{
    /// <summary>The retrieval.</summary>
    public string? RetrievalToken { get; set; }

    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetRetrievedTracesGraph.</summary>
public sealed class GetRetrievedTracesGraphResponse : ITokenCarrier
{
    /// <summary>How far it is.</summary>
    public string? RetrievalStatus { get; set; }

    /// <summary>The nodes.</summary>
    public RecordList<RetrievedService> Services { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of CancelTraceRetrieval.</summary>
public sealed class CancelTraceRetrievalRequest
{
    /// <summary>The retrieval.</summary>
    public string? RetrievalToken { get; set; }
}
