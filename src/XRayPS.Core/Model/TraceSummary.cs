namespace XRayPS;

/// <summary>What came of a request. Where several flags are set, the later member wins, as the service counts.</summary>
public enum TraceStatus
{
    /// <summary>Neither error, throttle nor fault.</summary>
    Ok,

    /// <summary>A client error (4xx).</summary>
    Error,

    /// <summary>A server fault (5xx).</summary>
    Fault,

    /// <summary>Throttled (429).</summary>
    Throttle,
}

/// <summary>
/// One trace in a sentence, as GetTraceSummaries answers it. The flat members come first, so that Where-Object and
/// Export-Csv are useful as they are; the nested ones keep X-Ray's names.
/// </summary>
public sealed class TraceSummary
{
    /// <summary>The trace's id, <c>1-xxxxxxxx-yyyyyyyyyyyyyyyyyyyyyyyy</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The earliest start of a segment, UTC.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>Seconds from the earliest start to the latest end; null while nothing is complete.</summary>
    public double? Duration { get; set; }

    /// <summary>Seconds that the root took; null without a completed root.</summary>
    public double? ResponseTime { get; set; }

    /// <summary>The outcome of the root.</summary>
    public TraceStatus Status =>
        HasThrottle ? TraceStatus.Throttle : HasFault ? TraceStatus.Fault : HasError ? TraceStatus.Error : TraceStatus.Ok;

    /// <summary>Whether the root had a client error (4xx, but not 429).</summary>
    public bool HasError { get; set; }

    /// <summary>Whether the root had a server fault (5xx).</summary>
    public bool HasFault { get; set; }

    /// <summary>Whether the root was throttled (429).</summary>
    public bool HasThrottle { get; set; }

    /// <summary>Whether a segment names a parent that is not there (observed; documented as "in progress").</summary>
    public bool IsPartial { get; set; }

    /// <summary>The name of the service where the trace entered.</summary>
    public string? EntryPointName => EntryPoint?.Name;

    /// <summary>The HTTP method of the root.</summary>
    public string? Method => Http?.HttpMethod;

    /// <summary>The URL of the root.</summary>
    public string? Url => Http?.HttpURL;

    /// <summary>The HTTP status of the root.</summary>
    public int? HttpStatus => Http?.HttpStatus;

    /// <summary>The user agent of the root's request.</summary>
    public string? UserAgent => Http?.UserAgent;

    /// <summary>The client address of the root's request.</summary>
    public string? ClientIp => Http?.ClientIp;

    /// <summary>The users that the trace names, joined by "; "; null without one.</summary>
    public string? User => Users.Count == 0 ? null : Users.ToString();

    /// <summary>1 after the first accepted call, plus 1 for every later call that changed the trace.</summary>
    public int? Revision { get; set; }

    /// <summary>Time of the last update of the trace, for the time range types Event and Service only.</summary>
    public DateTimeOffset? MatchedEventTime { get; set; }

    /// <summary>
    /// The service that a query with TimeRangeType Service and service() matched; otherwise null. Written by the real
    /// service though not in its model (observed).
    /// </summary>
    public MatchedService? MatchedService { get; set; }

    /// <summary>
    /// The call that a query with TimeRangeType Service and edge() matched; otherwise null. Written by the real service
    /// though not in its model (observed).
    /// </summary>
    public MatchedEdge? MatchedEdge { get; set; }

    /// <summary>The HTTP block of the root.</summary>
    public Http? Http { get; set; }

    /// <summary>Annotations of all segments: key to distinct values.</summary>
    public RecordMap<RecordList<ValueWithServiceIds>> Annotations { get; set; } = [];

    /// <summary>Users of all segments.</summary>
    public RecordList<TraceUser> Users { get; set; } = [];

    /// <summary>The services of the trace's graph, the client included.</summary>
    public RecordList<ServiceId> ServiceIds { get; set; } = [];

    /// <summary>AWS resources of all segments.</summary>
    public RecordList<ResourceARNDetail> ResourceARNs { get; set; } = [];

    /// <summary>EC2 instances of all segments.</summary>
    public RecordList<InstanceIdDetail> InstanceIds { get; set; } = [];

    /// <summary>Availability zones of all segments.</summary>
    public RecordList<AvailabilityZoneDetail> AvailabilityZones { get; set; } = [];

    /// <summary>The root's service.</summary>
    public ServiceId? EntryPoint { get; set; }

    /// <summary>Where faults came from.</summary>
    public RecordList<FaultRootCause> FaultRootCauses { get; set; } = [];

    /// <summary>Where errors came from.</summary>
    public RecordList<ErrorRootCause> ErrorRootCauses { get; set; } = [];

    /// <summary>Where the time went.</summary>
    public RecordList<ResponseTimeRootCause> ResponseTimeRootCauses { get; set; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => Id ?? "";
}
