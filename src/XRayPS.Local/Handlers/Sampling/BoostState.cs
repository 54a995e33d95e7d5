namespace XRayPS.Local.Handlers.Sampling;

/// <summary>
/// Adaptive sampling of one rule. AWS does not publish its estimator; this stand-in is deterministic and agrees with what
/// was observed: anomalies that were not sampled double the rate, for twenty seconds from each report that shows them; from
/// the fourth window of ten seconds on the rate grows by three tenths a window, up to the rule's greatest rate; after a
/// minute it ends, and the next boost waits for the cooldown, counted from the first.
/// </summary>
internal sealed class BoostState
{
    private const int TtlSeconds = 20;
    private const int LongestSeconds = 60;
    private const int SteadyWindows = 3;
    private const double Growth = 1.3;

    private DateTimeOffset? _began;
    private DateTimeOffset _lastAnomaly;

    internal void Take(SamplingBoostStatisticsDocument report, SamplingRateBoost limits, DateTimeOffset now)
    {
        if ((report.AnomalyCount ?? 0) <= (report.SampledAnomalyCount ?? 0) || (report.TotalCount ?? 0) <= 0)
        {
            return;
        }

        bool isCooledDown = _began is not { } began || now >= began.AddMinutes(limits.CooldownWindowMinutes ?? 0);
        bool isOver = _began is not { } start || now >= start.AddSeconds(LongestSeconds);
        if (isOver && isCooledDown)
        {
            _began = now;
        }

        _lastAnomaly = now;
    }

    /// <summary>The boost that is in force, or null.</summary>
    internal SamplingBoost? Of(double fixedRate, SamplingRateBoost limits, DateTimeOffset now)
    {
        // A greatest rate below the usual one is accepted (observed), and there is nothing to raise then.
        double most = limits.MaxRate ?? 0;
        if (most <= fixedRate)
        {
            return null;
        }

        if (_began is not { } began || now >= began.AddSeconds(LongestSeconds) || now >= _lastAnomaly.AddSeconds(TtlSeconds))
        {
            return null;
        }

        // Reports come every ten seconds and a bit: the middle of the interval tells how many have passed.
        int windows = (int)Math.Round((now - began).TotalSeconds / 10);
        double rate = fixedRate * 2 * Math.Pow(Growth, Math.Max(0, windows - SteadyWindows + 1));
        return new SamplingBoost
        {
            BoostRate = Math.Round(Math.Min(rate, most), 4),
            BoostRateTTL = DateTimeOffset.FromUnixTimeSeconds(_lastAnomaly.ToUnixTimeSeconds() + TtlSeconds),
        };
    }
}
