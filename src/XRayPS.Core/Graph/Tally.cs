namespace XRayPS.Core.Graph;

/// <summary>Counts of outcomes and the sum of times. Each observation falls under exactly one outcome.</summary>
public sealed class Tally
{
    private const double MaxSeconds = 1e12;

    private long _ok;
    private long _throttle;
    private long _error;
    private long _fault;

    // Sums of doubles depend on the order; graphs must not, so times are summed in whole ticks.
    private Int128 _ticks;

    /// <summary>Number of observations.</summary>
    public long TotalCount => _ok + _throttle + _error + _fault;

    /// <summary>Adds an observation.</summary>
    /// <param name="status">Its outcome.</param>
    /// <param name="seconds">Its time, in seconds.</param>
    public void Add(TraceStatus status, double seconds)
    {
        switch (status)
        {
            case TraceStatus.Throttle: _throttle++; break;
            case TraceStatus.Fault: _fault++; break;
            case TraceStatus.Error: _error++; break;
            default: _ok++; break;
        }

        _ticks += (Int128)Math.Round(Math.Clamp(seconds, 0, MaxSeconds) * TimeSpan.TicksPerSecond);
    }

    /// <summary>Adds all observations of another tally.</summary>
    /// <param name="other">The other one.</param>
    public void Merge(Tally other)
    {
        _ok += other._ok;
        _throttle += other._throttle;
        _error += other._error;
        _fault += other._fault;
        _ticks += other._ticks;
    }

    /// <summary>The counts as statistics of a node.</summary>
    public ServiceStatistics ToServiceStatistics() => new()
    {
        OkCount = _ok,
        ErrorStatistics = Errors(),
        FaultStatistics = Faults(),
        TotalCount = TotalCount,
        TotalResponseTime = TotalSeconds(),
    };

    /// <summary>The counts as statistics of an edge.</summary>
    public EdgeStatistics ToEdgeStatistics() => new()
    {
        OkCount = _ok,
        ErrorStatistics = Errors(),
        FaultStatistics = Faults(),
        TotalCount = TotalCount,
        TotalResponseTime = TotalSeconds(),
    };

    private ErrorStatistics Errors() => new() { ThrottleCount = _throttle, OtherCount = _error, TotalCount = _throttle + _error };

    private FaultStatistics Faults() => new() { OtherCount = _fault, TotalCount = _fault };

    private double TotalSeconds()
    {
        const long TicksOfMillisecond = TimeSpan.TicksPerMillisecond;
        return (double)((_ticks + TicksOfMillisecond / 2) / TicksOfMillisecond) / 1000;
    }
}
