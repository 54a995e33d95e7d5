namespace XRayPS;

/// <summary>The number of faults that is to be expected.</summary>
public sealed class ForecastStatistics
{
    /// <summary>The upper bound.</summary>
    public long? FaultCountHigh { get; set; }

    /// <summary>The lower bound.</summary>
    public long? FaultCountLow { get; set; }

    /// <summary>Both bounds.</summary>
    public override string ToString() => $"{FaultCountLow}..{FaultCountHigh}";
}

/// <summary>The requests of a minute or of five.</summary>
public sealed class TimeSeriesServiceStatistics
{
    /// <summary>The end of the interval.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Calls, where edges were asked for.</summary>
    public EdgeStatistics? EdgeSummaryStatistics { get; set; }

    /// <summary>Requests served, where services were asked for.</summary>
    public ServiceStatistics? ServiceSummaryStatistics { get; set; }

    /// <summary>The forecast.</summary>
    public ForecastStatistics? ServiceForecastStatistics { get; set; }

    /// <summary>Response times.</summary>
    public RecordList<HistogramEntry> ResponseTimeHistogram { get; set; } = [];

    /// <summary>Time and counts.</summary>
    public override string ToString() => $"{Timestamp:u} {ServiceSummaryStatistics?.ToString() ?? EdgeSummaryStatistics?.ToString()}";
}
