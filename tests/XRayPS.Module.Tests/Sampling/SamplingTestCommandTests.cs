using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Sampling;

[Collection(SessionCollection.Name)]
public sealed class SamplingTestCommandTests : LocalXRay
{
    private const string Rules =
        "@{ RuleName = 'health'; Priority = 1; URLPath = '/health*'; FixedRate = 0; ReservoirSize = 0 }, "
        + "@{ RuleName = 'orders'; Priority = 2; ServiceName = 'shop'; HTTPMethod = 'POST'; URLPath = '/api/*'; FixedRate = 0.5; ReservoirSize = 10 }, "
        + "@{ RuleName = 'gold'; Priority = 3; Attributes = @{ tier = 'gold' }; FixedRate = 1; ReservoirSize = 0 }, "
        + "@{ RuleName = 'Default'; Priority = 10000; FixedRate = 0.05; ReservoirSize = 1 }";

    [Fact]
    public void The_session_s_rules_decide()
    {
        Good($"{Rules} | Where-Object {{ $_.RuleName -ne 'Default' }} | New-XRaySamplingRule");

        SamplingOutcome outcome = Assert.Single(Good(
            "Test-XRaySamplingRule -Service SHOP -Method post -Url 'https://www.shop.example/api/orders?x=1' -Host x -RequestsPerSecond 110")
            .As<SamplingOutcome>());

        Assert.Equal(("orders", 2, 10, 0.5), (outcome.RuleName, outcome.Priority, outcome.ReservoirSize, outcome.FixedRate));
        Assert.Equal((110.0, 60.0), (outcome.RequestsPerSecond, outcome.SampledPerSecond));
        Assert.Equal(0.545455, outcome.ExpectedRate);
        SamplingRuleCheck passed = Assert.Single(outcome.PassedOver);
        Assert.Equal(("health", "URLPath", "/health*", "/api/orders"), (passed.RuleName, passed.Member, passed.Pattern, passed.Value));
        Assert.Equal("/api/*", outcome.Rule!.URLPath);
    }

    [Fact]
    public void Rules_that_are_piped_decide_without_a_connection()
    {
        LocalServices.StopAll();
        XRaySession.Reset();

        Outcome checks = Good($"{Rules} | Test-XRaySamplingRule -ServiceName other -URLPath /x -Detailed");
        Assert.Equal(["health", "orders", "gold", "Default"], checks.As<SamplingRuleCheck>().Select(check => check.RuleName));
        Assert.Equal([false, false, false, true], checks.As<SamplingRuleCheck>().Select(check => check.IsMatch));
        Assert.Equal("Attributes.tier has to match 'gold', and the request has none", checks.As<SamplingRuleCheck>()[2].Reason);
        Assert.Equal("gold", Rule($"{Rules} | Test-XRaySamplingRule other -URLPath /x -Attributes @{{ tier = 'GOLD' }}"));
        Assert.Equal("health", Rule($"Test-XRaySamplingRule -Url /health/live -InputObject ({Rules})"));
        SamplingOutcome slow = Assert.Single(Good($"{Rules} | Test-XRaySamplingRule shop -Method GET -Path / -RequestsPerSecond 0.5").As<SamplingOutcome>());
        Assert.Equal(("Default", 0.5, 1.0), (slow.RuleName, slow.SampledPerSecond, slow.ExpectedRate));
    }

    [Fact]
    public void Without_a_match_there_is_a_warning_and_a_name_alone_is_an_error()
    {
        Outcome outcome = Shell.Run("@{ RuleName = 'a'; Priority = 1; Host = 'h' }, 'b' | Test-XRaySamplingRule -Host other");

        SamplingOutcome none = Assert.Single(outcome.As<SamplingOutcome>());
        Assert.Null(none.RuleName);
        Assert.Equal("a (1): Host 'other' does not match 'h'", Assert.Single(none.PassedOver).ToString());
        Assert.Single(outcome.Warnings);
        Assert.Equal("b", Assert.Single(outcome.Errors).TargetObject);
    }

    [Fact]
    public void The_host_of_a_URL_is_the_Host_header()
    {
        const string Ruled = "@{ RuleName = 'a'; Priority = 1; Host = 'shop:8080' }, @{ RuleName = 'Default'; Priority = 10000 }";

        Assert.Equal("a", Rule($"{Ruled} | Test-XRaySamplingRule -Url http://shop:8080/x"));
        Assert.Equal("Default", Rule($"{Ruled} | Test-XRaySamplingRule -Url http://shop/x"));
        Assert.Equal("a", Rule($"{Ruled} | Test-XRaySamplingRule -Url http://shop/x -Host shop:8080"));
    }

    private string? Rule(string script) => Assert.Single(Good(script).As<SamplingOutcome>()).RuleName;
}
