using XRayPS.Core.Model;
using XRayPS.Core.Sampling;

namespace XRayPS.Module.Tests.Formatting;

/// <summary>Records of sampling to print.</summary>
internal static class ViewSamplesOfSampling
{
    public static IReadOnlyDictionary<string, Func<object[]>> All { get; } = new Dictionary<string, Func<object[]>>
    {
        ["SamplingRule"] = () => [.. Rules()],
        ["SamplingStatisticSummary"] = () =>
        [
            new SamplingStatisticSummary { RuleName = "checkout", Timestamp = ViewSamples.Noon, RequestCount = 1200, SampledCount = 130, BorrowCount = 4 },
            new SamplingStatisticSummary { RuleName = "Default", Timestamp = ViewSamples.Noon, RequestCount = 0, SampledCount = 0, BorrowCount = 0 },
        ],
        ["SamplingTargetDocument"] = () =>
        [
            new SamplingTargetDocument { RuleName = "checkout", FixedRate = 0.1, LastRuleModification = ViewSamples.Noon },
            new SamplingTargetDocument
            {
                RuleName = "a-rule-with-a-name-of-32-letters",
                FixedRate = 0.003,
                ReservoirQuota = 12,
                ReservoirQuotaTTL = ViewSamples.Noon.AddMinutes(5),
                Interval = 10,
                SamplingBoost = new SamplingBoost { BoostRate = 0.45, BoostRateTTL = ViewSamples.Noon.AddMinutes(1) },
                LastRuleModification = ViewSamples.Noon,
            },
        ],
        ["SamplingOutcome"] = () =>
        [
            SamplingTest.Decide([.. Rules()], Request(), 110),
            SamplingTest.Decide([.. Rules().Take(2)], Request() with { UrlPath = "/other\u001b[2J" }, null),
        ],
        ["SamplingRuleCheck"] = () => [.. SamplingTest.Check(Rules(), Request())],
        ["GetSamplingRulesPage"] = () => [new GetSamplingRulesResponse { SamplingRuleRecords = [new SamplingRuleRecord()] }],
        ["GetSamplingStatisticSummariesPage"] = () => [new GetSamplingStatisticSummariesResponse { NextToken = "next" }],
    };

    private static SamplingRequest Request() =>
        new() { ServiceName = "shop", HttpMethod = "POST", UrlPath = "/api/orders/4711", Host = "shop.example.com" };

    private static IEnumerable<SamplingRule> Rules()
    {
        yield return Rule("health-checks", 10, 0, 0, "/health*", "GET");
        SamplingRule boosted = Rule("a-rule-with-a-name-of-32-letters", 100, 2, 0.003, "/api/state/*", "*");
        boosted.ServiceName = "Scorekeep";
        boosted.ServiceType = "AWS::ECS::Container";
        boosted.Host = "*.example.com";
        boosted.Attributes = new() { ["tier"] = "gold\u001b[2J" };
        boosted.SamplingRateBoost = new SamplingRateBoost { MaxRate = 0.5, CooldownWindowMinutes = 10 };
        yield return boosted;
        yield return Rule("orders", 200, 10, 0.5, "/api/orders*", "POST");
        yield return Rule("Default", 10000, 1, 0.05, "*", "*");
    }

    private static SamplingRule Rule(string name, int priority, int reservoir, double rate, string path, string method) => new()
    {
        RuleName = name,
        RuleARN = "arn:aws:xray:eu-west-1:123456789012:sampling-rule/" + name,
        Priority = priority,
        ReservoirSize = reservoir,
        FixedRate = rate,
        ServiceName = "*",
        ServiceType = "*",
        Host = "*",
        HTTPMethod = method,
        URLPath = path,
        ResourceARN = "*",
        Attributes = [],
        CreatedAt = ViewSamples.Noon,
        ModifiedAt = ViewSamples.Noon.AddDays(1),
    };
}
