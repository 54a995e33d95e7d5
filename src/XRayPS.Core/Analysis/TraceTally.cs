namespace XRayPS.Core.Analysis;

/// <summary>Counts and response times of a group of traces, one trace at a time, in bounded memory.</summary>
public sealed class TraceTally
{
    private readonly long[] _outcomes = new long[4];

    /// <summary>Number of traces.</summary>
    public long Count { get; private set; }

    /// <summary>Response times.</summary>
    public QuantileSketch Times { get; } = new();

    /// <summary>Traces whose root had a server fault.</summary>
    public long Faults => _outcomes[(int)TraceStatus.Fault];

    /// <summary>Traces whose root failed in any way.</summary>
    public long Failures => Count - _outcomes[(int)TraceStatus.Ok];

    private double? SelfSeconds { get; set; }

    private DateTimeOffset? First { get; set; }

    private DateTimeOffset? Last { get; set; }

    /// <summary>Counts a trace.</summary>
    /// <param name="observation">What it adds.</param>
    public void Add(TraceObservation observation)
    {
        Count++;
        _outcomes[(int)observation.Status]++;
        if (observation.Seconds is { } value)
        {
            Times.Add(value);
        }

        if (observation.SelfSeconds is { } own)
        {
            SelfSeconds = (SelfSeconds ?? 0) + own;
        }

        if (observation.Start is { } instant)
        {
            First = First is null || instant < First ? instant : First;
            Last = Last is null || instant > Last ? instant : Last;
        }
    }

    /// <summary>The counts as a record.</summary>
    /// <param name="groupBy">What the group was made by.</param>
    /// <param name="group">The group's value.</param>
    public TraceMeasurement Measure(string? groupBy, string? group)
    {
        double span = First is { } first && Last is { } last ? (last - first).TotalSeconds : 0;
        return new TraceMeasurement
        {
            GroupBy = groupBy,
            Group = group,
            Count = Count,
            OkCount = _outcomes[(int)TraceStatus.Ok],
            ErrorCount = _outcomes[(int)TraceStatus.Error],
            ThrottleCount = _outcomes[(int)TraceStatus.Throttle],
            FaultCount = _outcomes[(int)TraceStatus.Fault],
            Mean = Times.Count == 0 ? null : Math.Round(Times.Sum / Times.Count, 6),
            TotalTime = Times.Count == 0 ? null : Math.Round(Times.Sum, 6),
            SelfTime = SelfSeconds is { } own ? Math.Round(own, 6) : null,
            Min = Times.Count == 0 ? null : Times.Min,
            P50 = Quantile(0.5),
            P90 = Quantile(0.9),
            P95 = Quantile(0.95),
            P99 = Quantile(0.99),
            Max = Times.Count == 0 ? null : Times.Max,
            Throughput = span > 0 ? Math.Round(Count / span, 6) : null,
            FirstStart = First,
            LastStart = Last,
            Histogram = Times.Histogram(20),
        };
    }

    private double? Quantile(double q) => Times.Count == 0 ? null : Math.Round(Times.Quantile(q), 6);
}
