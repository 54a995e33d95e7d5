namespace XRayPS;

/// <summary>The service of a trace that a query matched.</summary>
public sealed class MatchedService
{
    /// <summary>Whether the service had a client error (4xx, but not 429).</summary>
    public bool? HasError { get; set; }

    /// <summary>Whether the service had a server fault (5xx).</summary>
    public bool? HasFault { get; set; }

    /// <summary>Whether the service was throttled (429).</summary>
    public bool? HasThrottle { get; set; }

    /// <summary>Seconds that the service took; null while in progress.</summary>
    public double? ResponseTime { get; set; }

    /// <summary>Annotations of the service's segment: key to distinct values.</summary>
    public RecordMap<RecordList<ValueWithServiceIds>> Annotations { get; set; } = [];

    /// <summary>The response time.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ResponseTime}s");
}

/// <summary>The call between services of a trace that a query matched.</summary>
public sealed class MatchedEdge
{
    /// <summary>Whether the call had a client error (4xx, but not 429).</summary>
    public bool? HasError { get; set; }

    /// <summary>Whether the call had a server fault (5xx).</summary>
    public bool? HasFault { get; set; }

    /// <summary>Whether the call was throttled (429).</summary>
    public bool? HasThrottle { get; set; }

    /// <summary>Seconds that the caller waited; null while in progress.</summary>
    public double? ResponseTime { get; set; }

    /// <summary>Annotations of the called service's segment: key to distinct values.</summary>
    public RecordMap<RecordList<ValueWithServiceIds>> DestinationAnnotations { get; set; } = [];

    /// <summary>The response time.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ResponseTime}s");
}
