using XRayPS.Core.Sampling;

namespace XRayPS.Tests.Sampling;

public sealed class SamplingTestTests
{
    private static readonly SamplingRule[] Rules =
    [
        new() { RuleName = "Default", Priority = 10000, FixedRate = 0.05, ReservoirSize = 1 },
        new() { RuleName = "b", Priority = 5, Host = "h?st", FixedRate = 1, ReservoirSize = 0 },
        new() { RuleName = "a", Priority = 5, URLPath = "/a*", FixedRate = 0.5, ReservoirSize = 10 },
    ];

    [Fact]
    public void Rules_are_looked_at_in_order_to_the_first_that_matches()
    {
        SamplingRuleCheck[] checks = [.. SamplingTest.Check(Rules, new SamplingRequest { UrlPath = "/b", Host = "host" })];

        Assert.Equal([("a", false), ("b", true)], checks.Select(check => (check.RuleName!, check.IsMatch)));
        Assert.Equal(("URLPath", "/a*", "/b"), (checks[0].Member, checks[0].Pattern, checks[0].Value));
    }

    [Theory]
    [InlineData("/a", 4, 4, 1.0)]
    [InlineData("/a", 30, 20, 0.666667)]
    [InlineData("/x", 101, 6, 0.059406)]
    [InlineData("/x", 0, 0, null)]
    public void The_reservoir_comes_first_and_then_the_rate(string path, double requests, double sampled, double? share)
    {
        SamplingOutcome outcome = SamplingTest.Decide(Rules, new SamplingRequest { UrlPath = path, Host = "other" }, requests);

        Assert.Equal((sampled, share), (outcome.SampledPerSecond, outcome.ExpectedRate));
    }

    [Fact]
    public void Without_rules_nothing_is_decided()
    {
        SamplingOutcome outcome = SamplingTest.Decide([], new SamplingRequest(), 5);

        Assert.Null(outcome.Rule);
        Assert.Null(outcome.SampledPerSecond);
        Assert.Equal("(no rule)", outcome.ToString());
        Assert.Null(SamplingTest.Decide(Rules, new SamplingRequest { UrlPath = "/a" }, null).ExpectedRate);
    }
}
