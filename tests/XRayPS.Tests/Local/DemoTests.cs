using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

public sealed class DemoTests
{
    [Fact]
    public async Task The_sample_traces_are_varied()
    {
        await using RunningService service = await RunningService.StartAsync(demo: true);
        JsonArray all = await AllAsync(service);
        Assert.Equal(400, all.Count);
        Assert.Equal(400, service.Service.ReadCounters().Traces);
        foreach (string flag in new[] { "HasError", "HasFault", "HasThrottle" })
        {
            Assert.InRange(all.Count(summary => (bool)summary![flag]!), 1, 100);
        }

        Assert.All(all, summary => Assert.False((bool)summary!["IsPartial"]!));
        Assert.Contains(all, summary => (double)summary!["Duration"]! > 1);
        Assert.Contains(all, summary => summary!["FaultRootCauses"]!.AsArray().Any(cause => cause!["Services"]!.AsArray().Count > 2));
        Assert.Contains(all, summary => summary!["ErrorRootCauses"]!.AsArray().Count > 0);
        Assert.Contains(all, summary => summary!["ResponseTimeRootCauses"]!.AsArray().Count > 0);
        Assert.Contains(all, summary => summary!["Users"]!.AsArray().Count > 0);
        Assert.All(all, summary => Assert.InRange((double)summary!["StartTime"]!, RunningService.Seconds(-3600), RunningService.Seconds(0)));

        JsonNode graph = await GraphAsync(service, -3600, 1);
        string[] nodes = [.. graph["Services"]!.AsArray().Select(node => $"{node!["Name"]}|{node["Type"]}")];
        string[] expected =
        [
            "www.shop.example|client", "www.shop.example|AWS::EC2::Instance", "orders|AWS::ECS::Container", "payment|AWS::ECS::Fargate",
            "api.cards.example|remote", "shop-products|AWS::DynamoDB::Table", "shop-receipts|AWS::Lambda", "shop-receipts|AWS::Lambda::Function",
            "https://sqs.eu-west-1.amazonaws.com/000000000000/shop-mail|AWS::SQS::Queue", "shop-receipts|AWS::S3::Bucket",
        ];
        Assert.Empty(expected.Except(nodes));
    }

    [Fact]
    public async Task They_are_the_same_for_the_same_clock_and_stored_as_if_received_when_they_ended()
    {
        await using RunningService one = await RunningService.StartAsync(demo: true);
        await using RunningService other = await RunningService.StartAsync(demo: true);
        Assert.Equal((await AllAsync(one)).ToJsonString(), (await AllAsync(other)).ToJsonString());

        JsonNode early = await GraphAsync(one, -3600, -1800);
        JsonNode late = await GraphAsync(one, -1800, 0);
        Assert.InRange((double)early["EndTime"]!, RunningService.Seconds(-3600), RunningService.Seconds(-1800));
        Assert.InRange((double)late["StartTime"]!, RunningService.Seconds(-1810), RunningService.Seconds(0));
    }

    [Fact]
    public async Task The_outage_is_an_insight_and_there_are_sampling_rules()
    {
        await using RunningService service = await RunningService.StartAsync(demo: true);
        JsonNode insight = Assert.Single((await service.AskAsync("/InsightSummaries", new JsonObject
        {
            ["StartTime"] = RunningService.Seconds(-3600),
            ["EndTime"] = RunningService.Seconds(0),
            ["GroupName"] = "Default",
        }))["InsightSummaries"]!.AsArray())!;
        Assert.Equal("api.cards.example", (string)insight["RootCauseServiceId"]!["Name"]!);
        JsonArray rules = (await service.AskAsync("/GetSamplingRules", new JsonObject()))["SamplingRuleRecords"]!.AsArray();
        Assert.Equal(["health-checks", "orders", "search", "Default"], rules.Select(rule => (string)rule!["SamplingRule"]!["RuleName"]!));
    }

    private static Task<JsonNode> GraphAsync(RunningService service, double from, double to) => service.AskAsync(
        "/ServiceGraph", new JsonObject { ["StartTime"] = RunningService.Seconds(from), ["EndTime"] = RunningService.Seconds(to) });

    private static async Task<JsonArray> AllAsync(RunningService service)
    {
        JsonArray all = [];
        JsonObject more = [];
        while (true)
        {
            JsonNode page = await service.SummariesAsync(-3600, 1, more);
            foreach (JsonNode? summary in page["TraceSummaries"]!.AsArray())
            {
                all.Add(summary!.DeepClone());
            }

            if (page["NextToken"] is not { } token)
            {
                return all;
            }

            more = new JsonObject { ["NextToken"] = (string?)token };
        }
    }
}
