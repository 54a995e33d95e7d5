using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

public sealed class InsightTests
{
    [Fact]
    public async Task Faults_beyond_what_is_usual_become_one_insight_that_closes()
    {
        await using RunningService service = await FaultyAsync(insights: true);
        JsonNode insight = Assert.Single(await InsightsAsync(service))!;
        Assert.Equal("ACTIVE", (string)insight["State"]!);
        Assert.Equal("orders", (string)insight["RootCauseServiceId"]!["Name"]!);
        Assert.Equal(["front", "orders"], insight["TopAnomalousServices"]!.AsArray().Select(node => (string)node!["ServiceId"]!["Name"]!));
        Assert.Equal(20, (int)insight["ClientRequestImpactStatistics"]!["FaultCount"]!);
        Assert.Null(insight["EndTime"]);

        string id = (string)insight["InsightId"]!;
        JsonNode one = (await service.AskAsync("/Insight", new JsonObject { ["InsightId"] = id }))["Insight"]!;
        Assert.Equal((string)insight["Summary"]!, (string)one["Summary"]!);
        JsonArray events = (await service.AskAsync("/InsightEvents", new JsonObject { ["InsightId"] = id }))["InsightEvents"]!.AsArray();
        Assert.Equal(2, events.Count);
        Assert.True((double)events[0]!["EventTime"]! > (double)events[1]!["EventTime"]!);
        JsonNode graph = await service.AskAsync("/InsightImpactGraph", new JsonObject
        {
            ["InsightId"] = id,
            ["StartTime"] = RunningService.Seconds(0),
            ["EndTime"] = RunningService.Seconds(3600),
        });
        Assert.Equal(["front", "front", "orders"], graph["Services"]!.AsArray().Select(node => (string)node!["Name"]!));

        service.Clock.Advance(TimeSpan.FromMinutes(10));
        JsonNode closed = Assert.Single(await InsightsAsync(service))!;
        Assert.Equal((id, "CLOSED"), ((string)closed["InsightId"]!, (string)closed["State"]!));
        Assert.Empty(await InsightsAsync(service, "ACTIVE"));
    }

    [Fact]
    public async Task Without_the_switch_or_without_an_anomaly_nothing_is_told()
    {
        await using RunningService off = await FaultyAsync(insights: false);
        Assert.Empty(await InsightsAsync(off));
        await using RunningService quiet = await RunningService.StartAsync();
        await EnableAsync(quiet);
        for (int i = 1; i < 30; i++)
        {
            await quiet.PutAsync(GroupTests.Root(i, 0, 1, i % 10 == 0 ? ",\"fault\":true" : ""));
        }

        Assert.Empty(await InsightsAsync(quiet));
    }

    [Theory]
    [InlineData("/Insight", """{"InsightId":"01234567-89ab-1def-8123-456789abcdef"}""", 400)]
    [InlineData("/Insight", """{"InsightId":"no"}""", 400)]
    [InlineData("/InsightSummaries", """{"StartTime":1,"EndTime":2,"GroupName":"Default"}""", 400)]
    [InlineData("/InsightSummaries", """{"StartTime":1790159000,"EndTime":1790160000}""", 400)]
    [InlineData("/InsightSummaries", """{"StartTime":1790159000,"EndTime":1790160000,"GroupName":"Default","MaxResults":101}""", 400)]
    [InlineData("/InsightSummaries", """{"StartTime":1790159000,"EndTime":1790160000,"GroupName":"Default","States":["ACTIVE","CLOSED"]}""", 400)]
    [InlineData("/InsightImpactGraph", """{"InsightId":"01234567-89ab-1def-8123-456789abcdef","StartTime":1790130000,"EndTime":1790160000}""", 400)]
    public async Task What_cannot_be_asked_is_refused(string path, string request, int status)
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.Equal(status, (await service.PostAsync(path, request)).Status);
    }

    private static async Task<RunningService> FaultyAsync(bool insights)
    {
        RunningService service = await RunningService.StartAsync();
        if (insights)
        {
            await EnableAsync(service);
        }

        int number = 1;
        for (int minute = 0; minute < 22; minute++)
        {
            // A good twenty minutes, then two in which all requests fail behind the front.
            string[] documents = [.. Enumerable.Range(0, 10).Select(_ => Order(number++, minute * 60, minute >= 20))];
            await service.PutAsync(documents);
            if (minute < 21)
            {
                service.Clock.Advance(TimeSpan.FromMinutes(1));
            }
        }

        return service;
    }

    private static string Order(int number, double start, bool isFault)
    {
        string flag = isFault ? ",\"fault\":true" : "";
        return GroupTests.Root(number, start, start + 1, flag
            + $",\"subsegments\":[{{\"id\":\"{number + 10000:x16}\",\"name\":\"orders\",\"namespace\":\"remote\",\"start_time\":{GroupTests.At(start)},\"end_time\":{GroupTests.At(start + 0.5)}{flag}}}]");
    }

    private static Task<JsonNode> EnableAsync(RunningService service) => service.AskAsync(
        "/UpdateGroup", JsonNode.Parse("""{"GroupName":"Default","InsightsConfiguration":{"InsightsEnabled":true}}""")!);

    private static async Task<JsonArray> InsightsAsync(RunningService service, string? state = null)
    {
        JsonObject request = new()
        {
            ["StartTime"] = RunningService.Seconds(0),
            ["EndTime"] = RunningService.Seconds(3600),
            ["GroupName"] = "Default",
        };
        if (state is not null)
        {
            request["States"] = new JsonArray(state);
        }

        return (await service.AskAsync("/InsightSummaries", request))["InsightSummaries"]!.AsArray();
    }
}
