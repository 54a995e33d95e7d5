namespace XRayPS;

/// <summary>A share of spans that is indexed.</summary>
public sealed class ProbabilisticRuleValue
{
    /// <summary>The wished-for percentage, 0 to 100.</summary>
    public double? DesiredSamplingPercentage { get; set; }

    /// <summary>The percentage in force.</summary>
    public double? ActualSamplingPercentage { get; set; }

    /// <summary>The percentage.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{DesiredSamplingPercentage} %");
}

/// <summary>What an indexing rule says; a union with one branch.</summary>
public sealed class IndexingRuleValue
{
    /// <summary>The share of spans.</summary>
    public ProbabilisticRuleValue? Probabilistic { get; set; }

    /// <summary>The branch.</summary>
    public override string ToString() => Probabilistic?.ToString() ?? "";
}

/// <summary>Which spans of CloudWatch Logs become traces.</summary>
public sealed class IndexingRule
{
    /// <summary>The name; <c>Default</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The wished-for percentage of spans, 0 to 100, of the rule below.</summary>
    public double? DesiredSamplingPercentage => Rule?.Probabilistic?.DesiredSamplingPercentage;

    /// <summary>The percentage in force, of the rule below.</summary>
    public double? ActualSamplingPercentage => Rule?.Probabilistic?.ActualSamplingPercentage;

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>What it says.</summary>
    public IndexingRuleValue? Rule { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}

/// <summary>A link between retrieved traces.</summary>
public sealed class GraphLink
{
    /// <summary>The kind of link.</summary>
    public string? ReferenceType { get; set; }

    /// <summary>The trace that links.</summary>
    public string? SourceTraceId { get; set; }

    /// <summary>The traces that it links to.</summary>
    public RecordList<string> DestinationTraceIds { get; set; } = [];

    /// <summary>Source and targets.</summary>
    public override string ToString() => $"{SourceTraceId} -> {DestinationTraceIds}";
}

/// <summary>A node of the graph of retrieved traces.</summary>
public sealed class RetrievedService
{
    /// <summary>The node.</summary>
    public Service? Service { get; set; }

    /// <summary>Its links.</summary>
    public RecordList<GraphLink> Links { get; set; } = [];

    /// <summary>The node.</summary>
    public override string ToString() => Service?.ToString() ?? "";
}

/// <summary>A span or segment of a retrieved trace.</summary>
public sealed class Span
{
    /// <summary>The id: 16 hexadecimal digits.</summary>
    public string? Id { get; set; }

    /// <summary>The document, JSON.</summary>
    public string? Document { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => Id ?? "";
}

/// <summary>A trace brought back from the log group of Transaction Search.</summary>
public sealed class RetrievedTrace
{
    /// <summary>The trace's id.</summary>
    public string? Id { get; set; }

    /// <summary>Seconds from the earliest start to the latest end.</summary>
    public double? Duration { get; set; }

    /// <summary>Number of documents.</summary>
    public int SpanCount => Spans.Count;

    /// <summary>The documents.</summary>
    public RecordList<Span> Spans { get; set; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => Id ?? "";
}

/// <summary>Where X-Ray keeps the segments that it is sent.</summary>
public sealed class TraceSegmentDestination
{
    /// <summary><c>XRay</c> or <c>CloudWatchLogs</c>.</summary>
    public string? Destination { get; set; }

    /// <summary><c>PENDING</c> or <c>ACTIVE</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Destination and status.</summary>
    public override string ToString() => $"{Destination} ({Status})";
}
