namespace XRayPS;

/// <summary>How a group of traces fared.</summary>
public sealed class TraceMeasurement
{
    /// <summary>What the group was made by, such as <c>Service</c> or <c>Annotation.tier</c>; null for all traces together.</summary>
    public string? GroupBy { get; set; }

    /// <summary>The group's value; null for all traces together.</summary>
    public string? Group { get; set; }

    /// <summary>Number of traces.</summary>
    public long Count { get; set; }

    /// <summary>Traces without error, throttle or fault.</summary>
    public long OkCount { get; set; }

    /// <summary>Traces whose root had a client error (4xx, but not 429).</summary>
    public long ErrorCount { get; set; }

    /// <summary>Traces whose root was throttled (429).</summary>
    public long ThrottleCount { get; set; }

    /// <summary>Traces whose root had a server fault (5xx).</summary>
    public long FaultCount { get; set; }

    /// <summary>Share of traces without error, throttle or fault, 0 to 1.</summary>
    public double OkRate => Rate(OkCount);

    /// <summary>Share of client errors, 0 to 1.</summary>
    public double ErrorRate => Rate(ErrorCount);

    /// <summary>Share of throttled traces, 0 to 1.</summary>
    public double ThrottleRate => Rate(ThrottleCount);

    /// <summary>Share of server faults, 0 to 1.</summary>
    public double FaultRate => Rate(FaultCount);

    /// <summary>Mean response time in seconds; null when no trace has one.</summary>
    public double? Mean { get; set; }

    /// <summary>Seconds of all together; null when no trace has a response time.</summary>
    public double? TotalTime { get; set; }

    /// <summary>
    /// Seconds of all together in which they worked themselves, without what they called; null where the grouping does not
    /// look into traces.
    /// </summary>
    public double? SelfTime { get; set; }

    /// <summary>Shortest response time in seconds, exact.</summary>
    public double? Min { get; set; }

    /// <summary>Median response time in seconds, within half a percent.</summary>
    public double? P50 { get; set; }

    /// <summary>90th percentile of the response time in seconds, within half a percent.</summary>
    public double? P90 { get; set; }

    /// <summary>95th percentile of the response time in seconds, within half a percent.</summary>
    public double? P95 { get; set; }

    /// <summary>99th percentile of the response time in seconds, within half a percent.</summary>
    public double? P99 { get; set; }

    /// <summary>Longest response time in seconds, exact.</summary>
    public double? Max { get; set; }

    /// <summary>Traces a second from the first start to the last; null for fewer than two instants.</summary>
    public double? Throughput { get; set; }

    /// <summary>Start of the first trace, UTC.</summary>
    public DateTimeOffset? FirstStart { get; set; }

    /// <summary>Start of the last trace, UTC.</summary>
    public DateTimeOffset? LastStart { get; set; }

    /// <summary>Response times in bins of even ratio.</summary>
    public RecordList<HistogramEntry> Histogram { get; set; } = [];

    /// <summary>Group, count and median.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Group ?? "all"}: {Count} traces, p50 {P50:0.###} s");

    private double Rate(long part) => Count == 0 ? 0 : (double)part / Count;
}
