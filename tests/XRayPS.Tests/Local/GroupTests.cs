using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

public sealed class GroupTests
{
    [Fact]
    public async Task A_trace_joins_with_the_filter_of_its_arrival_and_is_never_taken_back()
    {
        await using RunningService service = await RunningService.StartAsync();
        await CreateAsync(service, "slow", "responsetime > 2");
        await service.PutAsync(Root(1, 0, 3), Root(2, 0, 1));
        service.Clock.Advance(TimeSpan.FromSeconds(60));
        await service.AskAsync("/UpdateGroup", new JsonObject { ["GroupName"] = "slow", ["FilterExpression"] = "responsetime > 100" });
        await service.PutAsync(Root(3, 0, 3));
        JsonNode graph = await GraphAsync(service, 0, 120, "slow");
        Assert.Equal(1, (int)Node(graph, "front")["SummaryStatistics"]!["TotalCount"]!);
        Assert.True((bool)graph["ContainsOldGroupVersions"]!);

        // The filter language asks the present filter.
        JsonNode none = await service.SummariesAsync(-10, 100, new JsonObject { ["FilterExpression"] = "group.name = \"slow\"" });
        Assert.Empty(none["TraceSummaries"]!.AsArray());
    }

    [Fact]
    public async Task What_a_trace_told_before_it_joined_counts_from_its_joining()
    {
        await using RunningService service = await RunningService.StartAsync();
        await CreateAsync(service, "failed", "fault");
        string id = Id(7);
        await service.PutAsync($$"""{"trace_id":"{{id}}","id":"7000000000000001","name":"back","start_time":{{At(0)}},"end_time":{{At(1)}},"parent_id":"7000000000000002"}""");
        service.Clock.Advance(TimeSpan.FromSeconds(300));
        await service.PutAsync($$"""{"trace_id":"{{id}}","id":"7000000000000002","name":"front","start_time":{{At(0)}},"end_time":{{At(2)}},"fault":true}""");
        Assert.Empty((await GraphAsync(service, -10, 100, "failed"))["Services"]!.AsArray());
        JsonNode later = await GraphAsync(service, 290, 310, "failed");
        Assert.Equal(1, (int)Node(later, "back")["SummaryStatistics"]!["TotalCount"]!);
        Assert.Equal(1, (int)Node(later, "front")["SummaryStatistics"]!["TotalCount"]!);
        Assert.False((bool)later["ContainsOldGroupVersions"]!);
    }

    [Fact]
    public async Task Default_and_no_group_are_all_traces_and_another_is_not_found()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync(Root(1, 0, 3));
        Assert.Equal(
            (await GraphAsync(service, -1, 10, null)).ToJsonString(),
            (await GraphAsync(service, -1, 10, "Default")).ToJsonString());
        Reply reply = await service.PostAsync("/ServiceGraph", $$"""{"StartTime":1,"EndTime":2,"GroupName":"none"}""");
        Assert.Equal((400, "InvalidRequestException"), (reply.Status, reply.ErrorType));
        Assert.Equal("Group not found.", (string)reply.Json!["Message"]!);
    }

    [Theory]
    [InlineData("""{"GroupName":"Default","FilterExpression":"fault"}""", "Default is a reserved group name")]
    [InlineData("""{"GroupName":"a b","FilterExpression":"fault"}""", "Invalid group name")]
    [InlineData("""{"GroupName":"ok"}""", "Filter Expression is empty")]
    [InlineData("""{"GroupName":"ok","FilterExpression":"madeup = 7"}""", "Error Location: line 1, position 1 : Invalid input symbol: 'ma'")]
    [InlineData("""{"GroupName":"there","FilterExpression":"fault"}""", "there already exists")]
    [InlineData("""{"GroupName":"ok","FilterExpression":"fault","InsightsConfiguration":{"NotificationsEnabled":true}}""", "NotificationsEnabled requires InsightsEnabled")]
    public async Task A_group_that_may_not_be_is_refused(string request, string message)
    {
        await using RunningService service = await RunningService.StartAsync();
        await CreateAsync(service, "there", "fault");
        Reply reply = await service.PostAsync("/CreateGroup", request);
        Assert.Equal((400, "InvalidRequestException", message), (reply.Status, reply.ErrorType, (string?)reply.Json!["Message"]));
    }

    [Fact]
    public async Task Twenty_five_groups_are_enough()
    {
        await using RunningService service = await RunningService.StartAsync();
        for (int i = 0; i < 25; i++)
        {
            await CreateAsync(service, $"g{i}", "fault");
        }

        Reply reply = await service.PostAsync("/CreateGroup", """{"GroupName":"one-more","FilterExpression":"fault"}""");
        Assert.Equal(400, reply.Status);
        Assert.Equal(26, (await service.AskAsync("/Groups", new JsonObject()))["Groups"]!.AsArray().Count);
    }

    [Fact]
    public async Task Default_keeps_its_filter_and_stays()
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.Equal(400, (await service.PostAsync("/UpdateGroup", """{"GroupName":"Default","FilterExpression":"fault"}""")).Status);
        Assert.Equal(400, (await service.PostAsync("/DeleteGroup", """{"GroupName":"Default"}""")).Status);
        JsonNode group = (await service.AskAsync(
            "/UpdateGroup",
            JsonNode.Parse("""{"GroupName":"Default","InsightsConfiguration":{"InsightsEnabled":true}}""")!))["Group"]!;
        Assert.True((bool)group["InsightsConfiguration"]!["InsightsEnabled"]!);
        Assert.Null(group["FilterExpression"]);
    }

    [Fact]
    public async Task Groups_in_a_circle_are_refused()
    {
        await using RunningService service = await RunningService.StartAsync();
        await CreateAsync(service, "a", "fault");
        await CreateAsync(service, "b", "group.name = \"a\"");
        Assert.Equal(400, (await service.PostAsync("/UpdateGroup", """{"GroupName":"a","FilterExpression":"group.name = \"b\""}""")).Status);
    }

    internal static Task<JsonNode> CreateAsync(RunningService service, string name, string filter) =>
        service.AskAsync("/CreateGroup", new JsonObject { ["GroupName"] = name, ["FilterExpression"] = filter });

    internal static string Id(int number) => $"1-6ab3b3f3-{number:x24}";

    internal static string At(double offset) =>
        RunningService.Seconds(offset).ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    internal static string Root(int number, double start, double end, string more = "") =>
        $$"""{"trace_id":"{{Id(number)}}","id":"{{number:x16}}","name":"front","start_time":{{At(start)}},"end_time":{{At(end)}}{{more}}}""";

    private static Task<JsonNode> GraphAsync(RunningService service, double from, double to, string? group)
    {
        JsonObject request = new() { ["StartTime"] = RunningService.Seconds(from), ["EndTime"] = RunningService.Seconds(to) };
        if (group is not null)
        {
            request["GroupName"] = group;
        }

        return service.AskAsync("/ServiceGraph", request);
    }

    private static JsonNode Node(JsonNode graph, string name) =>
        graph["Services"]!.AsArray().Single(node => (string)node!["Name"]! == name && (string?)node["Type"] is null)!;
}
