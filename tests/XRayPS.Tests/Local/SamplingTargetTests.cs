using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

public sealed class SamplingTargetTests
{
    [Fact]
    public async Task The_sum_of_valid_quotas_never_exceeds_the_reservoir()
    {
        await using RunningService service = await RunningService.StartAsync();
        await CreateAsync(service, "r", reservoir: 10);
        string one = new('1', 24);
        string two = new('2', 24);
        await ReportAsync(service, "r", one, 1000);
        await ReportAsync(service, "r", two, 1000);
        service.Clock.Advance(TimeSpan.FromSeconds(10));

        // Both ask for more than there is: an even share each.
        Assert.Equal(5, (int)(await ReportAsync(service, "r", one, 1000))["ReservoirQuota"]!);
        Assert.Equal(5, (int)(await ReportAsync(service, "r", two, 1000))["ReservoirQuota"]!);

        // One needs little: the other may have what is left, once the first has given it back.
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, (int)(await ReportAsync(service, "r", one, 10))["ReservoirQuota"]!);
        JsonNode target = await ReportAsync(service, "r", two, 1000);
        Assert.Equal(9, (int)target["ReservoirQuota"]!);
        Assert.Equal(RunningService.Seconds(20 + 300), (double)target["ReservoirQuotaTTL"]!);
    }

    [Fact]
    public async Task A_client_that_was_silent_for_five_minutes_is_new_again()
    {
        await using RunningService service = await RunningService.StartAsync();
        await CreateAsync(service, "r", reservoir: 1);
        string client = new('a', 24);
        Assert.Null((await ReportAsync(service, "r", client, 10))["ReservoirQuota"]);
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull((await ReportAsync(service, "r", client, 10))["ReservoirQuota"]);
        service.Clock.Advance(TimeSpan.FromSeconds(300));
        Assert.Null((await ReportAsync(service, "r", client, 10))["ReservoirQuota"]);
    }

    [Fact]
    public async Task Statistics_are_those_of_the_last_closed_window()
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.Empty((await service.AskAsync("/SamplingStatisticSummaries", new JsonObject()))["SamplingStatisticSummaries"]!.AsArray());
        await ReportAsync(service, "Default", new string('a', 24), 30);
        await ReportAsync(service, "Default", new string('b', 24), 12);
        service.Clock.Advance(TimeSpan.FromSeconds(10));
        await ReportAsync(service, "Default", new string('b', 24), 99);
        JsonNode sum = Assert.Single((await service.AskAsync("/SamplingStatisticSummaries", new JsonObject()))["SamplingStatisticSummaries"]!.AsArray())!;
        Assert.Equal((42, 2, 4), ((int)sum["RequestCount"]!, (int)sum["SampledCount"]!, (int)sum["BorrowCount"]!));
        Assert.Equal(RunningService.Seconds(0), (double)sum["Timestamp"]!);
    }

    [Theory]
    [InlineData("0.5", 0.2)]
    [InlineData("0.15", 0.15)]
    [InlineData("0.1", null)]
    [InlineData("0.05", null)]
    [InlineData("0", null)]
    public async Task A_boost_raises_the_rate_up_to_its_limit_and_never_lowers_it(string most, double? expected)
    {
        await using RunningService service = await RunningService.StartAsync();
        string boost = $$""","SamplingRateBoost":{"MaxRate":{{most}},"CooldownWindowMinutes":1}""";
        await CreateAsync(service, "r", more: boost);
        JsonNode answer = await service.AskAsync("/SamplingTargets", JsonNode.Parse($$"""
            {
              "SamplingStatisticsDocuments": [{
                "RuleName": "r", "ClientID": "{{new string('a', 24)}}", "Timestamp": 1790160000,
                "RequestCount": 100, "SampledCount": 10 }],
              "SamplingBoostStatisticsDocuments": [{
                "RuleName": "r", "ServiceName": "s", "Timestamp": 1790160000,
                "AnomalyCount": 9, "TotalCount": 100, "SampledAnomalyCount": 1 }]
            }
            """)!);
        Assert.Equal(expected, (double?)answer["SamplingTargetDocuments"]![0]!["SamplingBoost"]?["BoostRate"]);
    }

    [Fact]
    public async Task A_rule_that_is_made_again_has_no_boost_of_its_past()
    {
        await using RunningService service = await RunningService.StartAsync();
        const string Boost = ""","SamplingRateBoost":{"MaxRate":0.5,"CooldownWindowMinutes":1}""";
        await CreateAsync(service, "r", more: Boost);
        await service.AskAsync("/SamplingTargets", JsonNode.Parse("""
            {
              "SamplingStatisticsDocuments": [],
              "SamplingBoostStatisticsDocuments": [{
                "RuleName": "r", "ServiceName": "s", "Timestamp": 1790160000,
                "AnomalyCount": 9, "TotalCount": 100, "SampledAnomalyCount": 1 }]
            }
            """)!);
        JsonNode boosted = await ReportAsync(service, "r", new string('a', 24), 100);
        Assert.NotNull(boosted["SamplingBoost"]);

        await service.AskAsync("/DeleteSamplingRule", new JsonObject { ["RuleName"] = "r" });
        await CreateAsync(service, "r", more: Boost);

        JsonNode anew = await ReportAsync(service, "r", new string('a', 24), 100);
        Assert.Null(anew["SamplingBoost"]);
    }

    [Fact]
    public async Task A_report_of_a_clock_that_is_ahead_counts_when_its_window_closes()
    {
        await using RunningService service = await RunningService.StartAsync();
        double next = (Math.Floor(service.Clock.Now.ToUnixTimeMilliseconds() / 10_000.0) + 1) * 10;
        await service.AskAsync("/SamplingTargets", JsonNode.Parse($$"""
            {
              "SamplingStatisticsDocuments": [{
                "RuleName": "Default", "ClientID": "{{new string('a', 24)}}", "Timestamp": {{next}},
                "RequestCount": 7, "SampledCount": 1 }]
            }
            """)!);
        service.Clock.Now = DateTimeOffset.FromUnixTimeSeconds((long)next + 10);

        JsonNode answer = await service.AskAsync("/SamplingStatisticSummaries", new JsonObject());
        JsonNode sum = Assert.Single(answer["SamplingStatisticSummaries"]!.AsArray())!;
        Assert.Equal(7, (int)sum["RequestCount"]!);
    }

    [Theory]
    [InlineData("""{"SamplingStatisticsDocuments":[{"RuleName":"Default","ClientID":"short","Timestamp":1,"RequestCount":1,"SampledCount":1}]}""")]
    [InlineData("""{"SamplingStatisticsDocuments":[{"RuleName":"Default","ClientID":"aaaaaaaaaaaaaaaaaaaaaaaa","Timestamp":1,"RequestCount":-1,"SampledCount":1}]}""")]
    [InlineData("{}")]
    public async Task Reports_that_break_a_constraint_are_refused(string request)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await service.PostAsync("/SamplingTargets", request);
        Assert.Equal((400, "ValidationException"), (reply.Status, reply.ErrorType));
    }

    internal static Task<JsonNode> CreateAsync(RunningService service, string name, int reservoir = 0, string more = "") => service.AskAsync(
        "/CreateSamplingRule",
        JsonNode.Parse($$"""{"SamplingRule":{"RuleName":"{{name}}","Priority":5,"FixedRate":0.1,"ReservoirSize":{{reservoir}},"ServiceName":"*","ServiceType":"*","Host":"*","HTTPMethod":"*","URLPath":"*","ResourceARN":"*","Version":1{{more}} } }""")!);

    private static async Task<JsonNode> ReportAsync(RunningService service, string rule, string client, int requests)
    {
        JsonNode answer = await service.AskAsync("/SamplingTargets", new JsonObject
        {
            ["SamplingStatisticsDocuments"] = new JsonArray(new JsonObject
            {
                ["RuleName"] = rule,
                ["ClientID"] = client,
                ["Timestamp"] = service.Clock.Now.ToUnixTimeMilliseconds() / 1000.0,
                ["RequestCount"] = requests,
                ["SampledCount"] = 1,
                ["BorrowCount"] = 2,
            }),
        });
        return Assert.Single(answer["SamplingTargetDocuments"]!.AsArray())!;
    }
}
