using XRayPS.Core.Graph;

namespace XRayPS.Local.Handlers.Series;

/// <summary>Sums observations by the minute in which they were received, and minutes by five where that is asked for.</summary>
/// <param name="window">Which minutes are told: those whose stamp lies in it.</param>
/// <param name="period">60 or 300 seconds.</param>
/// <param name="selection">Which observations count.</param>
internal sealed class TimeSeries(TimeWindow window, int period, SeriesSelection selection)
{
    private const int Minute = 60;

    private readonly SortedDictionary<long, Bucket> _buckets = [];

    /// <summary>The receipt times that can fall into a told minute: a minute bears the stamp of its end.</summary>
    internal static TimeWindow ReceiptOf(TimeWindow window) =>
        new(FromSeconds(SecondOf(window.Start) - Minute), FromSeconds(SecondOf(window.End)));

    /// <summary>Adds a trace.</summary>
    /// <param name="observations">What the trace tells.</param>
    /// <param name="receivedAt">When an observation counts as received; the later of its receipt and, in a group, of the trace's joining.</param>
    internal void Add(TraceObservations observations, Func<DateTimeOffset, DateTimeOffset> receivedAt)
    {
        foreach (NodeObservation node in observations.Nodes)
        {
            Bucket? bucket = BucketOf(receivedAt(node.ReceivedAt));
            if (bucket is not null && node.Status is { } status && selection.Counts(node.Node))
            {
                bucket.Add(status, node.Seconds);
            }
        }

        foreach (EdgeObservation edge in observations.Edges)
        {
            Bucket? bucket = BucketOf(receivedAt(edge.ReceivedAt));
            if (bucket is not null && edge.Status is { } status && selection.Counts(edge))
            {
                bucket.Add(status, edge.Seconds);
            }
        }
    }

    /// <summary>The intervals with traffic, newest first. What the selection does not touch has no statistics (observed).</summary>
    internal IEnumerable<TimeSeriesServiceStatistics> Build() => _buckets.Reverse().Select(entry => new TimeSeriesServiceStatistics
    {
        Timestamp = FromSeconds(entry.Key),
        ServiceSummaryStatistics = selection.IsOfNodes && entry.Value.Tally.TotalCount > 0 ? entry.Value.Tally.ToServiceStatistics() : null,
        EdgeSummaryStatistics = !selection.IsOfNodes && entry.Value.Tally.TotalCount > 0 ? entry.Value.Tally.ToEdgeStatistics() : null,
        ServiceForecastStatistics = new ForecastStatistics(),
        ResponseTimeHistogram = entry.Value.Times.Build(),
    });

    private Bucket? BucketOf(DateTimeOffset received)
    {
        long stamp = (FloorTo(SecondOf(received), Minute)) + Minute;
        if (stamp < SecondOf(window.Start) || stamp >= SecondOf(window.End))
        {
            return null;
        }

        long key = FloorTo(stamp + period - 1, period);
        if (!_buckets.TryGetValue(key, out Bucket? bucket))
        {
            _buckets[key] = bucket = new Bucket();
        }

        return bucket;
    }

    private static long FloorTo(long second, int unit) => second - (((second % unit) + unit) % unit);

    /// <summary>Whole seconds: fractions of the window's times are dropped (observed).</summary>
    private static long SecondOf(DateTimeOffset instant) => (long)Math.Floor(instant.ToUnixTimeMilliseconds() / 1000.0);

    private static DateTimeOffset FromSeconds(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, -62135596800, 253402300799));

    private sealed class Bucket
    {
        internal Tally Tally { get; } = new();

        internal Histogram Times { get; } = new();

        internal void Add(TraceStatus status, double seconds)
        {
            Tally.Add(status, seconds);
            Times.Add(seconds);
        }
    }
}
