using XRayPS.Core.Sampling;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>
/// What the clients reported of late and what they were granted. It is kept in memory: after a restart every client is new,
/// as it is for the real service after five minutes of silence.
/// </summary>
internal sealed class SamplingDesk
{
    private readonly object _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _firstReports = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Rule, string Client), Grant> _grants = [];
    private readonly SamplingWindows _windows = new();
    private readonly Dictionary<string, BoostState> _boosts = new(StringComparer.Ordinal);

    /// <summary>The sums of the last closed window of ten seconds, for rules that were used of late.</summary>
    internal IReadOnlyList<SamplingStatisticSummary> Summaries(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _windows.LastClosed(now);
        }
    }

    /// <summary>Forgets what was granted for a rule that is removed: another of its name begins anew.</summary>
    internal void Forget(string rule)
    {
        lock (_lock)
        {
            _boosts.Remove(rule);
            foreach ((string Rule, string Client) key in _grants.Keys.Where(key => key.Rule == rule).ToList())
            {
                _grants.Remove(key);
            }
        }
    }

    /// <summary>Takes a report on anomalies.</summary>
    internal void TakeAnomalies(SamplingRule rule, SamplingBoostStatisticsDocument report, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (rule.SamplingRateBoost is null)
            {
                _boosts.Remove(rule.RuleName!);
                return;
            }

            if (!_boosts.TryGetValue(rule.RuleName!, out BoostState? boost))
            {
                _boosts[rule.RuleName!] = boost = new BoostState();
            }

            boost.Take(report, rule.SamplingRateBoost, now);
        }
    }

    /// <summary>Takes a report and answers the target.</summary>
    internal SamplingTargetDocument Take(SamplingRule rule, SamplingStatisticsDocument report, DateTimeOffset now)
    {
        lock (_lock)
        {
            Forget(now);
            _windows.Add(report, now);
            SamplingTargetDocument target = new() { RuleName = rule.RuleName, FixedRate = rule.FixedRate };
            Grant grant = Note(rule.RuleName!, report, now);

            // A client gets no quota in the window of its first report (observed).
            if (SamplingWindows.Of(_firstReports[report.ClientID!]) < SamplingWindows.Of(now))
            {
                grant.Quota = QuotaOf(rule, report.ClientID!, now);
                grant.Until = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() + SamplingArithmetic.QuotaSeconds);
                target.Interval = SamplingArithmetic.ReportSeconds;
                target.ReservoirQuota = grant.Quota;
                target.ReservoirQuotaTTL = grant.Until;
            }

            if (rule.SamplingRateBoost is { } limits && _boosts.TryGetValue(rule.RuleName!, out BoostState? boost))
            {
                target.SamplingBoost = boost.Of(rule.FixedRate ?? 0, limits, now);
            }

            return target;
        }
    }

    private Grant Note(string rule, SamplingStatisticsDocument report, DateTimeOffset now)
    {
        _firstReports.TryAdd(report.ClientID!, now);
        if (!_grants.TryGetValue((rule, report.ClientID!), out Grant? grant))
        {
            _grants[(rule, report.ClientID!)] = grant = new Grant();
        }

        grant.ReportedAt = now;
        grant.Demand = (int)Math.Ceiling((report.RequestCount ?? 0) / (double)SamplingArithmetic.ReportSeconds);
        return grant;
    }

    /// <summary>
    /// An even share of the reservoir, but never more than the quotas that others still hold leave of it: the sum of what
    /// is granted stays within the reservoir.
    /// </summary>
    private int QuotaOf(SamplingRule rule, string client, DateTimeOffset now)
    {
        List<KeyValuePair<(string Rule, string Client), Grant>> active =
        [
            .. _grants.Where(grant => grant.Key.Rule == rule.RuleName).OrderBy(grant => grant.Key.Client, StringComparer.Ordinal),
        ];
        int[] shares = SamplingArithmetic.Share(rule.ReservoirSize ?? 0, [.. active.Select(grant => grant.Value.Demand)]);
        int own = shares[active.FindIndex(grant => grant.Key.Client == client)];
        int held = active.Where(grant => grant.Key.Client != client && grant.Value.Until > now).Sum(grant => grant.Value.Quota);
        return Math.Max(0, Math.Min(own, (rule.ReservoirSize ?? 0) - held));
    }

    private void Forget(DateTimeOffset now)
    {
        DateTimeOffset silentSince = now.AddSeconds(-SamplingArithmetic.QuotaSeconds);
        foreach ((string Rule, string Client) key in _grants.Where(grant => grant.Value.ReportedAt <= silentSince).Select(grant => grant.Key).ToList())
        {
            _grants.Remove(key);
        }

        HashSet<string> known = [.. _grants.Keys.Select(key => key.Client)];
        foreach (string client in _firstReports.Keys.Where(client => !known.Contains(client)).ToList())
        {
            _firstReports.Remove(client);
        }
    }

    private sealed class Grant
    {
        internal DateTimeOffset ReportedAt { get; set; }

        internal int Demand { get; set; }

        internal int Quota { get; set; }

        internal DateTimeOffset Until { get; set; }
    }
}
