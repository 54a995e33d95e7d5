using XRayPS.Core.Sampling;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>Sums of reports by windows of ten seconds. A report counts into the window of its own timestamp.</summary>
internal sealed class SamplingWindows
{
    private const int Kept = SamplingArithmetic.QuotaSeconds / SamplingArithmetic.ReportSeconds;

    private readonly Dictionary<(string Rule, long Window), SamplingStatisticSummary> _sums = [];
    private readonly Dictionary<string, long> _lastUse = new(StringComparer.Ordinal);

    /// <summary>The number of the window that an instant lies in.</summary>
    internal static long Of(DateTimeOffset instant) =>
        (long)Math.Floor((double)instant.ToUnixTimeMilliseconds() / (SamplingArithmetic.ReportSeconds * 1000));

    internal void Add(SamplingStatisticsDocument report, DateTimeOffset now)
    {
        long current = Of(now);
        _lastUse[report.RuleName!] = current;
        foreach ((string Rule, long Window) old in _sums.Keys.Where(key => key.Window < current - Kept).ToList())
        {
            _sums.Remove(old);
        }

        long window = Of(report.Timestamp!.Value);

        // The clock of a client may be a little ahead: its report counts when that window closes.
        if (window < current - Kept || window > current + 1)
        {
            return;
        }

        if (!_sums.TryGetValue((report.RuleName!, window), out SamplingStatisticSummary? sum))
        {
            _sums[(report.RuleName!, window)] = sum = Empty(report.RuleName!, window);
        }

        sum.RequestCount += report.RequestCount ?? 0;
        sum.SampledCount += report.SampledCount ?? 0;
        sum.BorrowCount += report.BorrowCount ?? 0;
    }

    internal IReadOnlyList<SamplingStatisticSummary> LastClosed(DateTimeOffset now)
    {
        long closed = Of(now) - 1;
        return
        [
            .. _lastUse
                .Where(rule => rule.Value >= closed - Kept)
                .Select(rule => rule.Key)
                .Order(StringComparer.Ordinal)
                .Select(rule => _sums.GetValueOrDefault((rule, closed)) ?? Empty(rule, closed)),
        ];
    }

    private static SamplingStatisticSummary Empty(string rule, long window) => new()
    {
        RuleName = rule,
        Timestamp = DateTimeOffset.FromUnixTimeSeconds(window * SamplingArithmetic.ReportSeconds),
        RequestCount = 0,
        SampledCount = 0,
        BorrowCount = 0,
    };
}
