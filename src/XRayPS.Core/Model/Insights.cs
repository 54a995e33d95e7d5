namespace XRayPS;

/// <summary>Requests during an insight.</summary>
public sealed class RequestImpactStatistics
{
    /// <summary>Requests that failed.</summary>
    public long? FaultCount { get; set; }

    /// <summary>Requests that did not.</summary>
    public long? OkCount { get; set; }

    /// <summary>All requests.</summary>
    public long? TotalCount { get; set; }

    /// <summary>Faults of all.</summary>
    public override string ToString() => $"{FaultCount} of {TotalCount}";
}

/// <summary>A service affected by an insight.</summary>
public sealed class AnomalousService
{
    /// <summary>The service.</summary>
    public ServiceId? ServiceId { get; set; }

    /// <summary>The service.</summary>
    public override string ToString() => ServiceId?.ToString() ?? "";
}

/// <summary>An anomaly in the fault rate of a group.</summary>
public sealed class Insight
{
    /// <summary>The id, a UUID.</summary>
    public string? InsightId { get; set; }

    /// <summary>The group.</summary>
    public string? GroupName { get; set; }

    /// <summary>The group's ARN.</summary>
    public string? GroupARN { get; set; }

    /// <summary><c>ACTIVE</c> or <c>CLOSED</c>.</summary>
    public string? State { get; set; }

    /// <summary>When the anomaly began.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>When it ended; null while active.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>A sentence.</summary>
    public string? Summary { get; set; }

    /// <summary>The kinds of anomaly; <c>FAULT</c>.</summary>
    public RecordList<string> Categories { get; set; } = [];

    /// <summary>The service that the anomaly comes from.</summary>
    public ServiceId? RootCauseServiceId { get; set; }

    /// <summary>Requests at the group's entry.</summary>
    public RequestImpactStatistics? ClientRequestImpactStatistics { get; set; }

    /// <summary>Requests at the root cause.</summary>
    public RequestImpactStatistics? RootCauseServiceRequestImpactStatistics { get; set; }

    /// <summary>The services most affected.</summary>
    public RecordList<AnomalousService> TopAnomalousServices { get; set; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => InsightId ?? "";
}

/// <summary>An insight in a list.</summary>
public sealed class InsightSummary
{
    /// <summary>The id, a UUID.</summary>
    public string? InsightId { get; set; }

    /// <summary>The group.</summary>
    public string? GroupName { get; set; }

    /// <summary>The group's ARN.</summary>
    public string? GroupARN { get; set; }

    /// <summary><c>ACTIVE</c> or <c>CLOSED</c>.</summary>
    public string? State { get; set; }

    /// <summary>When the anomaly began.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>When it ended; null while active.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>A sentence.</summary>
    public string? Summary { get; set; }

    /// <summary>When it was last looked at.</summary>
    public DateTimeOffset? LastUpdateTime { get; set; }

    /// <summary>The kinds of anomaly; <c>FAULT</c>.</summary>
    public RecordList<string> Categories { get; set; } = [];

    /// <summary>The service that the anomaly comes from.</summary>
    public ServiceId? RootCauseServiceId { get; set; }

    /// <summary>Requests at the group's entry.</summary>
    public RequestImpactStatistics? ClientRequestImpactStatistics { get; set; }

    /// <summary>Requests at the root cause.</summary>
    public RequestImpactStatistics? RootCauseServiceRequestImpactStatistics { get; set; }

    /// <summary>The services most affected.</summary>
    public RecordList<AnomalousService> TopAnomalousServices { get; set; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => InsightId ?? "";
}

/// <summary>What changed in an insight.</summary>
public sealed class InsightEvent
{
    /// <summary>The insight; filled by this module, not on the wire.</summary>
    public string? InsightId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? EventTime { get; set; }

    /// <summary>A sentence.</summary>
    public string? Summary { get; set; }

    /// <summary>Requests at the group's entry.</summary>
    public RequestImpactStatistics? ClientRequestImpactStatistics { get; set; }

    /// <summary>Requests at the root cause.</summary>
    public RequestImpactStatistics? RootCauseServiceRequestImpactStatistics { get; set; }

    /// <summary>The services most affected.</summary>
    public RecordList<AnomalousService> TopAnomalousServices { get; set; } = [];

    /// <summary>Time and sentence.</summary>
    public override string ToString() => $"{EventTime:u} {Summary}";
}

/// <summary>A call in an impact graph.</summary>
public sealed class InsightImpactGraphEdge
{
    /// <summary>The called service's ReferenceId; it means something only inside one graph.</summary>
    public int? ReferenceId { get; set; }

    /// <summary>The name of the calling service; filled by this module, not on the wire.</summary>
    public string? SourceName { get; set; }

    /// <summary>The name of the called service; filled by this module, not on the wire.</summary>
    public string? TargetName { get; set; }

    /// <summary>The called service.</summary>
    public override string ToString() => TargetName ?? $"#{ReferenceId}";
}

/// <summary>A service in an impact graph.</summary>
public sealed class InsightImpactGraphService
{
    /// <summary>The number by which edges name the service.</summary>
    public int? ReferenceId { get; set; }

    /// <summary>The canonical name.</summary>
    public string? Name { get; set; }

    /// <summary>The kind.</summary>
    public string? Type { get; set; }

    /// <summary>The account; null for the own account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The insight; filled by this module, not on the wire.</summary>
    public string? InsightId { get; set; }

    /// <summary>All names.</summary>
    public RecordList<string> Names { get; set; } = [];

    /// <summary>The calls that it makes.</summary>
    public RecordList<InsightImpactGraphEdge> Edges { get; set; } = [];

    /// <summary>Name and type.</summary>
    public override string ToString() => Type is null ? Name ?? "" : $"{Name} ({Type})";
}
