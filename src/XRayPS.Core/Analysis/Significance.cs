namespace XRayPS.Core.Analysis;

/// <summary>Whether a difference is more than chance, at the level of 19 in 20.</summary>
public static class Significance
{
    /// <summary>Samples smaller than this are too small for the normal approximation that both tests rest on.</summary>
    public const int LeastSample = 20;

    /// <summary>
    /// Whether two shares differ: the two-proportion z-test with pooled variance. False for samples that are too small.
    /// </summary>
    /// <param name="firstHits">Hits in the first sample.</param>
    /// <param name="firstCount">Size of the first sample.</param>
    /// <param name="secondHits">Hits in the second sample.</param>
    /// <param name="secondCount">Size of the second sample.</param>
    public static bool SharesDiffer(long firstHits, long firstCount, long secondHits, long secondCount)
    {
        if (firstCount < LeastSample || secondCount < LeastSample)
        {
            return false;
        }

        double pooled = (double)(firstHits + secondHits) / (firstCount + secondCount);
        double variance = pooled * (1 - pooled) * ((1.0 / firstCount) + (1.0 / secondCount));
        double difference = ((double)secondHits / secondCount) - ((double)firstHits / firstCount);
        return variance > 0 && Math.Abs(difference) > 1.96 * Math.Sqrt(variance);
    }

    /// <summary>
    /// Whether two quantiles differ: their confidence intervals do not touch. That is stricter than 19 in 20. False for
    /// samples that are too small, which for a quantile near 1 means fewer than five values beyond it.
    /// </summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <param name="q">The share below the quantile, 0 to 1.</param>
    public static bool QuantilesDiffer(QuantileSketch first, QuantileSketch second, double q)
    {
        double least = Math.Max(LeastSample, 5 / Math.Min(q, 1 - q));
        if (first.Count < least || second.Count < least)
        {
            return false;
        }

        (double firstLow, double firstHigh) = first.Confidence(q);
        (double secondLow, double secondHigh) = second.Confidence(q);
        return firstHigh < secondLow || secondHigh < firstLow;
    }
}
