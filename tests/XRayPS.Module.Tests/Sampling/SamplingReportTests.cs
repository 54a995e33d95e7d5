using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Sampling;

[Collection(SessionCollection.Name)]
public sealed class SamplingReportTests : LocalXRay
{
    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 10, 5, 14, 30, 2, TimeSpan.Zero));

    public SamplingReportTests()
    {
        LocalServices.StopAll();
        XRayCmdlet.Clock = _clock;
        Good("Start-XRayLocalService -Port 0 -DaemonPort 0");
    }

    [Fact]
    public void A_client_that_reports_twice_gets_a_quota_and_its_counts_are_told()
    {
        Good("New-XRaySamplingRule checkout 10 -ReservoirSize 20 -FixedRate 0.1");
        SamplingTargetDocument first = Assert.Single(
            Good("Get-XRaySamplingTarget checkout -RequestCount 100 -SampledCount 12 -BorrowCount 1").As<SamplingTargetDocument>());
        Assert.Equal((0.1, null), (first.FixedRate, first.ReservoirQuota));
        Assert.NotNull(first.LastRuleModification);

        _clock.Advance(TimeSpan.FromSeconds(10));
        SamplingTargetDocument second = Assert.Single(
            Good("Get-XRaySamplingTarget checkout -RequestCount 100 -SampledCount 12").As<SamplingTargetDocument>());

        Assert.Equal((10, 10), (second.ReservoirQuota, second.Interval));
        SamplingStatisticSummary summary = Assert.Single(Good("Get-XRaySamplingStatistic").As<SamplingStatisticSummary>());
        Assert.Equal(("checkout", 100, 12, 1), (summary.RuleName, summary.RequestCount, summary.SampledCount, summary.BorrowCount));
        Assert.Single(Good("Get-XRaySamplingRule checkout | Get-XRaySamplingStatistic").Output);
        Assert.Empty(Good("Get-XRaySamplingStatistic other*").Output);
    }

    [Fact]
    public void Reports_go_twenty_five_at_a_time_and_an_unknown_rule_is_one_error()
    {
        Outcome outcome = Shell.Run(
            "1..26 | ForEach-Object { @{ RuleName = 'Default'; RequestCount = $_ } } | ForEach-Object { $_; if ($_.RequestCount -eq 3) { @{ RuleName = 'nobody' } } } "
            + "| Get-XRaySamplingTarget -ClientID 0123456789abcdef01234567 -Verbose");

        Assert.Equal(26, outcome.Output.Count);
        Assert.Equal(2, outcome.Verbose.Count(line => line.StartsWith("GetSamplingTargets:", StringComparison.Ordinal)));
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.Single(Shell.Run("@{ RequestCount = 1 }, @{ RuleName = 'Default' } | Get-XRaySamplingTarget").Errors);
        Assert.Contains("nobody was refused: Unknown rule", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("nobody", Assert.IsType<SamplingStatisticsDocument>(error.TargetObject).RuleName);
    }

    [Fact]
    public void Anomalies_raise_the_rate_of_a_rule_with_a_boost()
    {
        Good("New-XRaySamplingRule checkout 10 -FixedRate 0.1 -MaxRate 0.8 -CooldownWindowMinutes 1");
        const string Report = "Get-XRaySamplingTarget checkout -RequestCount 100 -BoostStatistic @{ RuleName = 'checkout'; ServiceName = 'shop'; AnomalyCount = 50; TotalCount = 100; SampledAnomalyCount = 5 }";
        Good(Report);
        _clock.Advance(TimeSpan.FromSeconds(10));

        SamplingTargetDocument target = Assert.Single(Good(Report).As<SamplingTargetDocument>());

        Assert.InRange(target.SamplingBoost!.BoostRate!.Value, 0.1, 0.8);
        Assert.Single(Shell.Run("Get-XRaySamplingTarget checkout -BoostStatistic @{ RuleName = 'nobody'; ServiceName = 's' }").Errors);
    }
}
