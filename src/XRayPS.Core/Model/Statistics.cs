namespace XRayPS;

/// <summary>Client errors.</summary>
public sealed class ErrorStatistics
{
    /// <summary>Number of throttled calls (429).</summary>
    public long? ThrottleCount { get; set; }

    /// <summary>Number of other client errors.</summary>
    public long? OtherCount { get; set; }

    /// <summary>The sum.</summary>
    public long? TotalCount { get; set; }

    /// <summary>The sum.</summary>
    public override string ToString() => $"{TotalCount} ({ThrottleCount} throttled)";
}

/// <summary>Server faults.</summary>
public sealed class FaultStatistics
{
    /// <summary>Number of faults.</summary>
    public long? OtherCount { get; set; }

    /// <summary>The sum.</summary>
    public long? TotalCount { get; set; }

    /// <summary>The sum.</summary>
    public override string ToString() => $"{TotalCount}";
}

/// <summary>Outcomes of the requests that a service served.</summary>
public sealed class ServiceStatistics
{
    /// <summary>Number of successes.</summary>
    public long? OkCount { get; set; }

    /// <summary>Client errors (4xx).</summary>
    public ErrorStatistics? ErrorStatistics { get; set; }

    /// <summary>Server faults (5xx).</summary>
    public FaultStatistics? FaultStatistics { get; set; }

    /// <summary>Number of observations.</summary>
    public long? TotalCount { get; set; }

    /// <summary>Sum of the durations, in seconds.</summary>
    public double? TotalResponseTime { get; set; }

    /// <summary>Counts by outcome.</summary>
    public override string ToString() => $"{TotalCount} total, {OkCount} ok, {ErrorStatistics?.TotalCount} error, {FaultStatistics?.TotalCount} fault";
}

/// <summary>Outcomes of the calls over an edge.</summary>
public sealed class EdgeStatistics
{
    /// <summary>Number of successes.</summary>
    public long? OkCount { get; set; }

    /// <summary>Client errors (4xx).</summary>
    public ErrorStatistics? ErrorStatistics { get; set; }

    /// <summary>Server faults (5xx).</summary>
    public FaultStatistics? FaultStatistics { get; set; }

    /// <summary>Number of observations.</summary>
    public long? TotalCount { get; set; }

    /// <summary>Sum of the durations, in seconds.</summary>
    public double? TotalResponseTime { get; set; }

    /// <summary>Counts by outcome.</summary>
    public override string ToString() => $"{TotalCount} total, {OkCount} ok, {ErrorStatistics?.TotalCount} error, {FaultStatistics?.TotalCount} fault";
}

/// <summary>How many observations had about one value.</summary>
public sealed class HistogramEntry
{
    /// <summary>The value, in seconds.</summary>
    public double? Value { get; set; }

    /// <summary>The number of observations.</summary>
    public int? Count { get; set; }

    /// <summary>Value and count.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value}s x {Count}");
}
