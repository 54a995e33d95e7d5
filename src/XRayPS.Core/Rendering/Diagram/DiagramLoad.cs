using XRayPS.Core.Analysis;

namespace XRayPS.Core.Rendering.Diagram;

/// <summary>What a node served or an edge carried: counts of outcomes, and how long they took.</summary>
/// <param name="Ok">Number of successes.</param>
/// <param name="Error">Number of client errors, throttled calls aside.</param>
/// <param name="Throttle">Number of throttled calls.</param>
/// <param name="Fault">Number of server faults.</param>
/// <param name="P50">The median response time in seconds; null without a histogram.</param>
/// <param name="P95">The response time that 95 of 100 stay below, in seconds; null without a histogram.</param>
public sealed record DiagramLoad(long Ok, long Error, long Throttle, long Fault, double? P50, double? P95)
{
    // One failure in twenty is where X-Ray's own console begins to show more than a sliver of another colour.
    private const int FailingFrom = 20;

    /// <summary>Number of observations.</summary>
    public long Total => Ok + Error + Throttle + Fault;

    /// <summary>
    /// The outcome whose colour stands for the whole where there is one colour only: ok as long as fewer than 5 of 100
    /// failed, otherwise the most frequent failure, of equally frequent ones the worse.
    /// </summary>
    public TraceStatus Health
    {
        get
        {
            if (Total == 0 || (Error + Throttle + Fault) * FailingFrom < Total)
            {
                return TraceStatus.Ok;
            }

            if (Fault >= Throttle && Fault >= Error)
            {
                return TraceStatus.Fault;
            }

            return Throttle >= Error ? TraceStatus.Throttle : TraceStatus.Error;
        }
    }

    /// <summary>The number of one outcome.</summary>
    /// <param name="status">The outcome.</param>
    public long Count(TraceStatus status) => status switch
    {
        TraceStatus.Error => Error,
        TraceStatus.Throttle => Throttle,
        TraceStatus.Fault => Fault,
        _ => Ok,
    };

    /// <summary>The load of a node; null for clients, which serve nothing.</summary>
    /// <param name="service">The node.</param>
    public static DiagramLoad? Of(Service service) => service.SummaryStatistics is { } counts
        ? Of(counts.TotalCount, counts.OkCount, counts.ErrorStatistics, counts.FaultStatistics, service.ResponseTimeHistogram)
        : null;

    /// <summary>The load of an edge; null where none was recorded, as on links.</summary>
    /// <param name="edge">The edge.</param>
    public static DiagramLoad? Of(Edge edge) => edge.SummaryStatistics is { } counts
        ? Of(counts.TotalCount, counts.OkCount, counts.ErrorStatistics, counts.FaultStatistics, edge.ResponseTimeHistogram)
        : null;

    private static DiagramLoad Of(
        long? total, long? ok, ErrorStatistics? errors, FaultStatistics? faults, IEnumerable<HistogramEntry>? times)
    {
        long throttle = errors?.ThrottleCount ?? 0;
        long error = errors?.OtherCount ?? Math.Max(0, (errors?.TotalCount ?? 0) - throttle);
        long fault = faults?.TotalCount ?? faults?.OtherCount ?? 0;
        long good = ok ?? Math.Max(0, (total ?? 0) - throttle - error - fault);
        QuantileSketch sketch = new();
        foreach (HistogramEntry entry in times ?? [])
        {
            sketch.Add(entry.Value ?? double.NaN, entry.Count ?? 0);
        }

        return new DiagramLoad(good, error, throttle, fault, Quantile(sketch, 0.5), Quantile(sketch, 0.95));
    }

    private static double? Quantile(QuantileSketch sketch, double q) =>
        sketch.Count == 0 ? null : Math.Round(sketch.Quantile(q), 6);
}
