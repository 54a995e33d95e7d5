namespace XRayPS.Core.Model;

/// <summary>Request of GetInsight.</summary>
public sealed class GetInsightRequest
{
    /// <summary>The id.</summary>
    public string? InsightId { get; set; }
}

/// <summary>Response of GetInsight.</summary>
public sealed class GetInsightResponse
{
    /// <summary>The insight.</summary>
    public Insight? Insight { get; set; }
}

/// <summary>Request of GetInsightSummaries.</summary>
public sealed class GetInsightSummariesRequest : ITokenCarrier
{
    /// <summary><c>ACTIVE</c> or <c>CLOSED</c>.</summary>
    public RecordList<string>? States { get; set; }

    /// <summary>A group by ARN.</summary>
    public string? GroupARN { get; set; }

    /// <summary>A group by name.</summary>
    public string? GroupName { get; set; }

    /// <summary>Start of the window.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Page size, 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetInsightSummaries.</summary>
public sealed class GetInsightSummariesResponse : ITokenCarrier
{
    /// <summary>The insights.</summary>
    public RecordList<InsightSummary> InsightSummaries { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of GetInsightEvents.</summary>
public sealed class GetInsightEventsRequest : ITokenCarrier
{
    /// <summary>The id.</summary>
    public string? InsightId { get; set; }

    /// <summary>Page size, 1 to 50.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetInsightEvents.</summary>
public sealed class GetInsightEventsResponse : ITokenCarrier
{
    /// <summary>The events.</summary>
    public RecordList<InsightEvent> InsightEvents { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of GetInsightImpactGraph.</summary>
public sealed class GetInsightImpactGraphRequest : ITokenCarrier
{
    /// <summary>The id.</summary>
    public string? InsightId { get; set; }

    /// <summary>Start of the window.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetInsightImpactGraph.</summary>
public sealed class GetInsightImpactGraphResponse : ITokenCarrier
{
    /// <summary>The id.</summary>
    public string? InsightId { get; set; }

    /// <summary>Start of the window.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Start of the graph.</summary>
    public DateTimeOffset? ServiceGraphStartTime { get; set; }

    /// <summary>End of the graph.</summary>
    public DateTimeOffset? ServiceGraphEndTime { get; set; }

    /// <summary>The nodes.</summary>
    public RecordList<InsightImpactGraphService> Services { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
