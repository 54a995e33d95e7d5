namespace XRayPS.Core.Model;

/// <summary>
/// Quantiles of the histograms that X-Ray answers: the value of the entry in which the quantile lies.
/// </summary>
internal static class HistogramQuantile
{
    /// <summary>
    /// The value, in seconds, that a share of the observations did not exceed; null without observations.
    /// </summary>
    /// <param name="histogram">The entries, in any order.</param>
    /// <param name="share">The share, 0 to 1.</param>
    internal static double? Of(IEnumerable<HistogramEntry> histogram, double share)
    {
        HistogramEntry[] entries =
        [
            .. histogram
                .Where(static entry => entry is { Value: not null, Count: > 0 })
                .OrderBy(static entry => entry.Value),
        ];
        double rank = share * entries.Sum(static entry => (double)entry.Count!.Value);
        foreach (HistogramEntry entry in entries)
        {
            rank -= entry.Count!.Value;
            if (rank <= 1e-9)
            {
                return Math.Round(entry.Value!.Value, 6);
            }
        }

        return null;
    }
}
