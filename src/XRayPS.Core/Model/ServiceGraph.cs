namespace XRayPS;

/// <summary>The name under which a caller knows a service.</summary>
public sealed class Alias
{
    /// <summary>The canonical name.</summary>
    public string? Name { get; set; }

    /// <summary>All names.</summary>
    public RecordList<string> Names { get; set; } = [];

    /// <summary>The kind.</summary>
    public string? Type { get; set; }

    /// <summary>Name and type.</summary>
    public override string ToString() => $"{Name} ({Type})";
}

/// <summary>A connection from one service to another. It stands in the list of the service that calls.</summary>
public sealed class Edge
{
    /// <summary>The ReferenceId of the called service; it means something only inside one graph.</summary>
    public int? ReferenceId { get; set; }

    /// <summary>The name of the calling service; filled by this module, not on the wire.</summary>
    public string? SourceName { get; set; }

    /// <summary>The name of the called service; filled by this module, not on the wire.</summary>
    public string? TargetName { get; set; }

    /// <summary>The kind of the calling service; filled by this module, not on the wire.</summary>
    public string? SourceType { get; set; }

    /// <summary>The kind of the called service; filled by this module, not on the wire.</summary>
    public string? TargetType { get; set; }

    /// <summary>Start of the first trace that touched the calling service, in whole seconds; null in a trace graph.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the last trace that touched the calling service, in whole seconds; null in a trace graph.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Outcomes as the caller recorded them.</summary>
    public EdgeStatistics? SummaryStatistics { get; set; }

    /// <summary>Response times as the caller recorded them.</summary>
    public RecordList<HistogramEntry> ResponseTimeHistogram { get; set; } = [];

    /// <summary>The names under which the caller knows the called service.</summary>
    public RecordList<Alias> Aliases { get; set; } = [];

    /// <summary><c>link</c> for trace links; null for calls.</summary>
    public string? EdgeType { get; set; }

    /// <summary>Ages of received events, on links only.</summary>
    public RecordList<HistogramEntry>? ReceivedEventAgeHistogram { get; set; }

    /// <summary>Start of the window that was asked for; filled by this module, not on the wire.</summary>
    public DateTimeOffset? WindowStart { get; set; }

    /// <summary>End of the window that was asked for; filled by this module, not on the wire.</summary>
    public DateTimeOffset? WindowEnd { get; set; }

    /// <summary>Source, target and counts.</summary>
    public override string ToString() => $"{SourceName} -> {TargetName ?? $"#{ReferenceId}"}: {SummaryStatistics}";
}

/// <summary>A node of a service graph.</summary>
public sealed class Service
{
    /// <summary>The number by which edges name the node; it means something only inside one graph.</summary>
    public int? ReferenceId { get; set; }

    /// <summary>The canonical name.</summary>
    public string? Name { get; set; }

    /// <summary>All names.</summary>
    public RecordList<string> Names { get; set; } = [];

    /// <summary>True for the entry point; otherwise null.</summary>
    public bool? Root { get; set; }

    /// <summary>The account; null for the own account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The kind, such as <c>AWS::DynamoDB::Table</c>, <c>remote</c>, <c>client</c>; null without an origin.</summary>
    public string? Type { get; set; }

    /// <summary><c>active</c>, <c>unknown</c> or <c>passive</c>; an open set.</summary>
    public string? State { get; set; }

    /// <summary>Start of the first trace that touched the node, in whole seconds; null in a trace graph.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the last trace that touched the node, in whole seconds; null in a trace graph.</summary>
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The calls that the node makes.</summary>
    public RecordList<Edge> Edges { get; set; } = [];

    /// <summary>Outcomes as the service recorded them; null for clients.</summary>
    public ServiceStatistics? SummaryStatistics { get; set; }

    /// <summary>Durations including work after the answer; null for clients.</summary>
    public RecordList<HistogramEntry>? DurationHistogram { get; set; }

    /// <summary>Response times; null for clients.</summary>
    public RecordList<HistogramEntry>? ResponseTimeHistogram { get; set; }

    /// <summary>Written by the real service though not in its model: <c>aws.region</c> of the document, in trace graphs.</summary>
    public string? Region { get; set; }

    /// <summary>Written by the real service though not in its model: empty in service graphs, null in trace graphs.</summary>
    public RecordMap<string>? HostedIn { get; set; }

    /// <summary>Written by the real service though not in its model: empty in service graphs, null in trace graphs.</summary>
    public RecordMap<string>? KeyAttributes { get; set; }

    /// <summary>The trace whose graph this is; filled by this module, not on the wire.</summary>
    public string? TraceId { get; set; }

    /// <summary>
    /// Links to other traces, in graphs of retrieved traces; filled by this module, on the wire they stand beside.
    /// </summary>
    public RecordList<GraphLink> Links { get; set; } = [];

    /// <summary>Start of the window that was asked for; filled by this module, not on the wire.</summary>
    public DateTimeOffset? WindowStart { get; set; }

    /// <summary>End of the window that was asked for; filled by this module, not on the wire.</summary>
    public DateTimeOffset? WindowEnd { get; set; }

    /// <summary>Name and type.</summary>
    public override string ToString() => Type is null ? Name ?? "" : $"{Name} ({Type})";
}
