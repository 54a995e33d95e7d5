namespace XRayPS;

/// <summary>Failed connections of a daemon, by kind.</summary>
public sealed class BackendConnectionErrors
{
    /// <summary>Timeouts.</summary>
    public int? TimeoutCount { get; set; }

    /// <summary>Refused connections.</summary>
    public int? ConnectionRefusedCount { get; set; }

    /// <summary>Answers with a 4xx status.</summary>
    public int? HTTPCode4XXCount { get; set; }

    /// <summary>Answers with a 5xx status.</summary>
    public int? HTTPCode5XXCount { get; set; }

    /// <summary>Names that did not resolve.</summary>
    public int? UnknownHostCount { get; set; }

    /// <summary>Anything else.</summary>
    public int? OtherCount { get; set; }

    /// <summary>The sum of all kinds.</summary>
    public override string ToString() => $"{(TimeoutCount ?? 0) + (ConnectionRefusedCount ?? 0) + (HTTPCode4XXCount ?? 0) + (HTTPCode5XXCount ?? 0) + (UnknownHostCount ?? 0) + (OtherCount ?? 0)} errors";
}

/// <summary>Health counters of a daemon over an interval.</summary>
public sealed class TelemetryRecord
{
    /// <summary>When the interval ended.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Segments received from applications.</summary>
    public int? SegmentsReceivedCount { get; set; }

    /// <summary>Segments sent to X-Ray.</summary>
    public int? SegmentsSentCount { get; set; }

    /// <summary>Segments dropped for lack of room.</summary>
    public int? SegmentsSpilloverCount { get; set; }

    /// <summary>Segments that the daemon or X-Ray refused.</summary>
    public int? SegmentsRejectedCount { get; set; }

    /// <summary>Failed connections.</summary>
    public BackendConnectionErrors? BackendConnectionErrors { get; set; }

    /// <summary>Received and sent segments.</summary>
    public override string ToString() => $"{SegmentsReceivedCount} received, {SegmentsSentCount} sent";
}
