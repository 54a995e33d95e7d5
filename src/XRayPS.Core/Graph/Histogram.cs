using XRayPS.Core.Documents;

namespace XRayPS.Core.Graph;

/// <summary>
/// How many observations had about one value. Up to 100 different milliseconds it is exact. Beyond that neighbouring values
/// are joined, finely at both ends and coarsely in the middle, as a t-digest does; the real service joins too, though not
/// the same values on every reading (observed). The counts always add up to the number of observations.
/// </summary>
public sealed class Histogram
{
    private const int ExactValues = 100;
    private const double Step = 2 * Math.PI / 100;

    private readonly Dictionary<long, int> _counts = [];

    /// <summary>Adds an observation.</summary>
    /// <param name="seconds">Its value, in seconds.</param>
    public void Add(double seconds) => Add(ToMilliseconds(seconds), 1);

    /// <summary>Adds all observations of another histogram.</summary>
    /// <param name="other">The other one.</param>
    public void Merge(Histogram other)
    {
        foreach (KeyValuePair<long, int> entry in other._counts)
        {
            Add(entry.Key, entry.Value);
        }
    }

    /// <summary>The entries, by value.</summary>
    public RecordList<HistogramEntry> Build()
    {
        KeyValuePair<long, int>[] sorted = [.. _counts];
        Array.Sort(sorted, static (one, other) => one.Key.CompareTo(other.Key));
        return sorted.Length <= ExactValues
            ? new RecordList<HistogramEntry>(sorted.Select(static entry => Entry(entry.Key, entry.Value)))
            : Digest(sorted);
    }

    private static RecordList<HistogramEntry> Digest(KeyValuePair<long, int>[] sorted)
    {
        RecordList<HistogramEntry> bins = [];
        double total = sorted.Sum(static entry => (double)entry.Value);
        double before = 0;
        double weighted = 0;
        int count = 0;
        foreach ((long milliseconds, int weight) in sorted)
        {
            if (count > 0 && Scale((before + count + weight) / total) - Scale(before / total) > Step)
            {
                bins.Add(Entry(weighted / count, count));
                before += count;
                weighted = 0;
                count = 0;
            }

            weighted += (double)milliseconds * weight;
            count += weight;
        }

        bins.Add(Entry(weighted / count, count));
        return bins;
    }

    private static double Scale(double quantile) => Math.Asin(2 * Math.Clamp(quantile, 0, 1) - 1);

    private static HistogramEntry Entry(double milliseconds, int count) =>
        new() { Value = Math.Round(milliseconds, MidpointRounding.AwayFromZero) / 1000, Count = count };

    private static long ToMilliseconds(double seconds) =>
        (long)Math.Round(Math.Clamp(TraceClock.Milliseconds(seconds), 0, 1e12) * 1000);

    private void Add(long milliseconds, int count) =>
        _counts[milliseconds] = _counts.GetValueOrDefault(milliseconds) + count;
}
