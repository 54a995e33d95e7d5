using FsCheck.Xunit;
using XRayPS.Core.Sampling;

namespace XRayPS.Tests.Sampling;

public sealed class SamplingTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("?", "", false)]
    [InlineData("?", "a", true)]
    [InlineData("GET", "get", true)]
    [InlineData("/api/*", "/api/", true)]
    [InlineData("/api/*", "/api", false)]
    [InlineData("/api/*/state", "/api/x/y/state", true)]
    [InlineData("/api/*/state", "/api/x/y/stat", false)]
    [InlineData("*.example.com", "shop.example.com", true)]
    [InlineData("a*b*c", "aXbYbZc", true)]
    [InlineData("a?c*", "abc", true)]
    [InlineData("**a**", "xxaxx", true)]
    public void Wildcards_match_the_whole_text_without_regard_to_case(string pattern, string text, bool expected) =>
        Assert.Equal(expected, Wildcard.Matches(pattern, text));

    [Fact]
    public void A_pattern_of_many_stars_ends_in_bounded_time() =>
        Assert.False(Wildcard.Matches(string.Concat(Enumerable.Repeat("*a", 500)), new string('a', 20_000) + "b"));

    [Fact]
    public void The_first_member_that_differs_is_told()
    {
        SamplingRule rule = new() { RuleName = "r", ServiceName = "shop*", HTTPMethod = "GET", URLPath = "/api/*" };
        SamplingRequest request = new() { ServiceName = "Shop-front", HttpMethod = "POST", UrlPath = "/none" };
        Assert.Equal("HTTPMethod 'POST' does not match 'GET'", RuleMatcher.FindMismatch(rule, request)!.ToString());
    }

    [Fact]
    public void What_the_request_does_not_have_matches_any_pattern_but_an_attribute_does_not()
    {
        SamplingRule rule = new() { RuleName = "r", ServiceName = "shop", Host = "h", URLPath = "/x" };
        Assert.Null(RuleMatcher.FindMismatch(rule, new SamplingRequest { ServiceName = "shop" }));
        rule.Attributes = new RecordMap<string> { ["tier"] = "gold*" };
        Assert.Equal("Attributes.tier", RuleMatcher.FindMismatch(rule, new SamplingRequest())!.Member);
        Assert.Null(RuleMatcher.FindMismatch(
            rule, new SamplingRequest { Attributes = new Dictionary<string, string> { ["tier"] = "Gold-1" } }));
    }

    [Fact]
    public void Rules_are_tried_by_priority_then_name_and_Default_last()
    {
        SamplingRule[] rules =
        [
            new() { RuleName = "Default", Priority = 10000 },
            new() { RuleName = "b", Priority = 2 },
            new() { RuleName = "a", Priority = 2 },
            new() { RuleName = "z", Priority = 1 },
        ];
        Assert.Equal(["z", "a", "b", "Default"], RuleMatcher.InOrder(rules).Select(rule => rule.RuleName!));
    }

    [Theory]
    [InlineData(0.5, 1, 0.05, 0.5)]
    [InlineData(100, 1, 0.05, 5.95)]
    [InlineData(100, 0, 0.1, 10)]
    [InlineData(0, 5, 1, 0)]
    public void The_reservoir_comes_before_the_rate(double requests, int reservoir, double rate, double expected) =>
        Assert.Equal(
            expected,
            SamplingArithmetic.ExpectedSampled(new SamplingRule { ReservoirSize = reservoir, FixedRate = rate }, requests),
            9);

    [Theory]
    [InlineData(10, new[] { 11, 11 }, new[] { 5, 5 })]
    [InlineData(10, new[] { 1, 20 }, new[] { 1, 9 })]
    [InlineData(3, new[] { 9, 9 }, new[] { 2, 1 })]
    [InlineData(2, new[] { 9, 9, 9 }, new[] { 1, 1, 0 })]
    [InlineData(0, new[] { 9 }, new[] { 0 })]
    [InlineData(10, new[] { 2, 3 }, new[] { 2, 3 })]
    [InlineData(5, new int[0], new int[0])]
    public void A_reservoir_is_shared_evenly_and_unused_shares_go_on(int reservoir, int[] demands, int[] expected) =>
        Assert.Equal(expected, SamplingArithmetic.Share(reservoir, demands));

    [Property]
    public bool No_share_is_over_its_demand_and_the_sum_is_the_smaller_of_both(byte reservoir, byte[] demands)
    {
        int[] asked = [.. demands.Select(d => (int)d)];
        int[] shares = SamplingArithmetic.Share(reservoir, asked);
        return shares.Zip(asked).All(pair => pair.First >= 0 && pair.First <= pair.Second)
            && shares.Sum() == Math.Min(reservoir, asked.Sum());
    }
}
