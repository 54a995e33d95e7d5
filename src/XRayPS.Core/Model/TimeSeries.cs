using XRayPS.Core.Model;

namespace XRayPS;

/// <summary>The number of faults that is to be expected.</summary>
public sealed class ForecastStatistics
{
    /// <summary>The upper bound.</summary>
    public long? FaultCountHigh { get; set; }

    /// <summary>The lower bound.</summary>
    public long? FaultCountLow { get; set; }

    /// <summary>Both bounds; empty without a forecast.</summary>
    public override string ToString() =>
        FaultCountLow is null && FaultCountHigh is null ? "" : $"{FaultCountLow}..{FaultCountHigh}";
}

/// <summary>The requests of a minute or of five.</summary>
public sealed class TimeSeriesServiceStatistics
{
    /// <summary>The end of the interval.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The service, the selector, or <c>(entry points)</c>; filled by this module, not on the wire.</summary>
    public string? Name { get; set; }

    /// <summary>The kind of the service where it was named; filled by this module, not on the wire.</summary>
    public string? Type { get; set; }

    /// <summary>Length of the interval, 60 or 300 seconds; filled by this module, not on the wire.</summary>
    public int? Period { get; set; }

    /// <summary>Number of requests; 0 where the answer holds none.</summary>
    public long TotalCount => ServiceSummaryStatistics?.TotalCount ?? EdgeSummaryStatistics?.TotalCount ?? 0;

    /// <summary>Number of successes.</summary>
    public long OkCount => ServiceSummaryStatistics?.OkCount ?? EdgeSummaryStatistics?.OkCount ?? 0;

    /// <summary>Number of client errors (4xx) other than throttled requests.</summary>
    public long ErrorCount => Errors?.OtherCount ?? (Errors?.TotalCount ?? 0) - ThrottleCount;

    /// <summary>Number of throttled requests (429).</summary>
    public long ThrottleCount => Errors?.ThrottleCount ?? 0;

    /// <summary>Number of server faults (5xx).</summary>
    public long FaultCount =>
        (ServiceSummaryStatistics?.FaultStatistics ?? EdgeSummaryStatistics?.FaultStatistics)?.TotalCount ?? 0;

    /// <summary>Requests a second; null when the length of the interval is not known.</summary>
    public double? RequestsPerSecond => Period is { } seconds ? Math.Round((double)TotalCount / seconds, 6) : null;

    /// <summary>Share of client errors, 0 to 1; null without requests.</summary>
    public double? ErrorRate => Share(ErrorCount);

    /// <summary>Share of throttled requests, 0 to 1; null without requests.</summary>
    public double? ThrottleRate => Share(ThrottleCount);

    /// <summary>Share of server faults, 0 to 1; null without requests.</summary>
    public double? FaultRate => Share(FaultCount);

    /// <summary>Mean response time in seconds; null without requests.</summary>
    public double? AverageResponseTime =>
        TotalCount > 0 && TotalSeconds is { } sum ? Math.Round(sum / TotalCount, 6) : null;

    /// <summary>
    /// The response time, in seconds, that half of the requests did not exceed; null without a histogram.
    /// </summary>
    public double? P50 => HistogramQuantile.Of(ResponseTimeHistogram, 0.5);

    /// <summary>
    /// The response time, in seconds, that 95 of 100 requests did not exceed; null without a histogram.
    /// </summary>
    public double? P95 => HistogramQuantile.Of(ResponseTimeHistogram, 0.95);

    /// <summary>Lower bound of the faults that were to be expected; null without a forecast.</summary>
    public long? FaultCountLow => ServiceForecastStatistics?.FaultCountLow;

    /// <summary>Upper bound of the faults that were to be expected; null without a forecast.</summary>
    public long? FaultCountHigh => ServiceForecastStatistics?.FaultCountHigh;

    /// <summary>Calls, where edges were asked for.</summary>
    public EdgeStatistics? EdgeSummaryStatistics { get; set; }

    /// <summary>Requests served, where services were asked for.</summary>
    public ServiceStatistics? ServiceSummaryStatistics { get; set; }

    /// <summary>The forecast.</summary>
    public ForecastStatistics? ServiceForecastStatistics { get; set; }

    /// <summary>Response times.</summary>
    public RecordList<HistogramEntry> ResponseTimeHistogram { get; set; } = [];

    private ErrorStatistics? Errors =>
        ServiceSummaryStatistics?.ErrorStatistics ?? EdgeSummaryStatistics?.ErrorStatistics;

    private double? TotalSeconds =>
        ServiceSummaryStatistics?.TotalResponseTime ?? EdgeSummaryStatistics?.TotalResponseTime;

    /// <summary>Time and counts.</summary>
    public override string ToString() => $"{Timestamp:u} {ServiceSummaryStatistics?.ToString() ?? EdgeSummaryStatistics?.ToString()}";

    private double? Share(long count) => TotalCount > 0 ? Math.Round((double)count / TotalCount, 6) : null;
}
