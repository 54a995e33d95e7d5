namespace XRayPS.Core.Analysis;

/// <summary>
/// Quantiles of any number of durations in bounded memory. A bucket holds values that differ by at most one percent
/// (a DDSketch: Masson, Rim, Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees",
/// VLDB 2019), so that every quantile is within <see cref="RelativeError"/> of the exact value. Sketches can be merged
/// without loss.
/// </summary>
public sealed class QuantileSketch
{
    /// <summary>The greatest error of a quantile, as a share of the exact value.</summary>
    public const double RelativeError = 0.005;

    // From a microsecond to ten years; what lies outside counts into the first or last bucket.
    private const double Least = 1e-6;
    private const double Most = 3.2e8;

    private static readonly double Gamma = (1 + RelativeError) / (1 - RelativeError);
    private static readonly double LogGamma = Math.Log(Gamma);
    private static readonly int First = (int)Math.Ceiling(Math.Log(Least) / LogGamma);
    private static readonly int Last = (int)Math.Ceiling(Math.Log(Most) / LogGamma);

    private long[] _buckets = [];
    private int _offset;
    private long _zeros;

    /// <summary>Number of values.</summary>
    public long Count { get; private set; }

    /// <summary>Sum of the values, in seconds.</summary>
    public double Sum { get; private set; }

    /// <summary>The smallest value, exact; not a number when there is none.</summary>
    public double Min { get; private set; } = double.NaN;

    /// <summary>The largest value, exact; not a number when there is none.</summary>
    public double Max { get; private set; } = double.NaN;

    /// <summary>Adds a value. Negative values count as zero; what is no number is passed over.</summary>
    /// <param name="seconds">The value, in seconds.</param>
    /// <param name="times">How often it was seen.</param>
    public void Add(double seconds, long times = 1)
    {
        if (double.IsNaN(seconds) || times <= 0)
        {
            return;
        }

        double value = Math.Max(seconds, 0);
        Min = Count == 0 ? value : Math.Min(Min, value);
        Max = Count == 0 ? value : Math.Max(Max, value);
        Count += times;
        Sum += value * times;
        if (value < Least)
        {
            _zeros += times;
            return;
        }

        int index = Math.Clamp((int)Math.Ceiling(Math.Log(value) / LogGamma), First, Last);
        Slot(index) += times;
    }

    /// <summary>Adds everything that another sketch holds.</summary>
    /// <param name="other">The other sketch; it stays as it is.</param>
    public void Merge(QuantileSketch other)
    {
        if (other.Count == 0)
        {
            return;
        }

        Min = Count == 0 ? other.Min : Math.Min(Min, other.Min);
        Max = Count == 0 ? other.Max : Math.Max(Max, other.Max);
        Count += other.Count;
        Sum += other.Sum;
        _zeros += other._zeros;
        for (int i = 0; i < other._buckets.Length; i++)
        {
            if (other._buckets[i] > 0)
            {
                Slot(other._offset + i) += other._buckets[i];
            }
        }
    }

    /// <summary>The value below which a share of the values lies; not a number when there is none.</summary>
    /// <param name="q">The share, 0 to 1.</param>
    public double Quantile(double q) => Count == 0 ? double.NaN : AtRank((long)Math.Round(q * (Count - 1)));

    /// <summary>
    /// The bounds between which the true quantile of what the values were drawn from lies in about 95 of 100 cases, from
    /// the binomial distribution of ranks.
    /// </summary>
    /// <param name="q">The share, 0 to 1.</param>
    public (double Low, double High) Confidence(double q)
    {
        if (Count == 0)
        {
            return (double.NaN, double.NaN);
        }

        double half = 1.96 * Math.Sqrt(Count * q * (1 - q));
        long low = (long)Math.Floor(Math.Clamp((q * Count) - half - 1, 0, Count - 1));
        long high = (long)Math.Ceiling(Math.Clamp((q * Count) + half, 0, Count - 1));
        return (AtRank(low), AtRank(high));
    }

    /// <summary>The values in bins whose bounds grow evenly in ratio; the counts add up to <see cref="Count"/>.</summary>
    /// <param name="bins">Greatest number of bins.</param>
    public RecordList<HistogramEntry> Histogram(int bins)
    {
        RecordList<HistogramEntry> entries = [];
        if (_zeros > 0)
        {
            entries.Add(new HistogramEntry { Value = 0, Count = Clamp(_zeros) });
        }

        int from = Array.FindIndex(_buckets, count => count > 0);
        int to = Array.FindLastIndex(_buckets, count => count > 0);
        if (from < 0)
        {
            return entries;
        }

        int width = ((to - from) / Math.Max(bins, 1)) + 1;
        for (int start = from; start <= to; start += width)
        {
            long count = 0;
            double weighted = 0;
            for (int i = start; i < start + width && i <= to; i++)
            {
                count += _buckets[i];
                weighted += _buckets[i] * ValueOf(_offset + i);
            }

            if (count > 0)
            {
                entries.Add(new HistogramEntry { Value = Math.Round(weighted / count, 6), Count = Clamp(count) });
            }
        }

        return entries;
    }

    private static int Clamp(long count) => (int)Math.Min(count, int.MaxValue);

    private static double ValueOf(int index) => 2 * Math.Pow(Gamma, index) / (Gamma + 1);

    private double AtRank(long rank)
    {
        if (rank <= 0)
        {
            return Min;
        }

        if (rank >= Count - 1)
        {
            return Max;
        }

        long seen = _zeros;
        if (rank < seen)
        {
            return 0;
        }

        for (int i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (rank < seen)
            {
                return Math.Clamp(ValueOf(_offset + i), Min, Max);
            }
        }

        return Max;
    }

    private ref long Slot(int index)
    {
        if (_buckets.Length == 0)
        {
            _offset = index - 16;
            _buckets = new long[64];
        }

        int at = index - _offset;
        if (at < 0 || at >= _buckets.Length)
        {
            int low = Math.Min(_offset, index - 16);
            int high = Math.Max(_offset + _buckets.Length, index + 17);
            long[] wider = new long[high - low];
            _buckets.CopyTo(wider, _offset - low);
            _buckets = wider;
            _offset = low;
            at = index - low;
        }

        return ref _buckets[at];
    }
}
