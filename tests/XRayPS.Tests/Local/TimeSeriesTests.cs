using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

public sealed class TimeSeriesTests
{
    // The clock starts 20 s into a minute: 1790160000 = 26 * 60 + ... ; stamps are the ends of minutes of receipt.
    private static readonly double Stamp = (Math.Floor(RunningService.Seconds(0) / 60) * 60) + 60;

    [Fact]
    public async Task Requests_of_clients_count_by_the_minute_of_receipt()
    {
        await using RunningService service = await StartAsync();
        JsonArray buckets = await SeriesAsync(service, null, 60);
        Assert.Equal(
            [(Stamp + 120, 1), (Stamp, 2)],
            buckets.Select(bucket => ((double)bucket!["Timestamp"]!, (int)bucket["EdgeSummaryStatistics"]!["TotalCount"]!)));
        Assert.Null(buckets[0]!["ServiceSummaryStatistics"]);
        Assert.Equal("{}", buckets[0]!["ServiceForecastStatistics"]!.ToJsonString());
        Assert.Equal(1, (int)buckets[1]!["EdgeSummaryStatistics"]!["ErrorStatistics"]!["OtherCount"]!);
        Assert.Equal(3.75, (double)buckets[1]!["EdgeSummaryStatistics"]!["TotalResponseTime"]!);
    }

    [Fact]
    public async Task A_service_and_an_edge_can_be_selected()
    {
        await using RunningService service = await StartAsync();
        JsonNode back = (await SeriesAsync(service, "service(\"back\")", 60))[1]!;
        Assert.Equal(2, (int)back["ServiceSummaryStatistics"]!["TotalCount"]!);
        Assert.Equal(3.35, (double)back["ServiceSummaryStatistics"]!["TotalResponseTime"]!);
        Assert.Null(back["EdgeSummaryStatistics"]);
        JsonNode edge = (await SeriesAsync(service, "edge(\"front\", \"back\")", 60))[1]!;
        Assert.Equal(3.55, (double)edge["EdgeSummaryStatistics"]!["TotalResponseTime"]!);
    }

    [Fact]
    public async Task A_selector_that_matches_nothing_still_shows_where_there_was_traffic()
    {
        await using RunningService service = await StartAsync();
        JsonArray buckets = await SeriesAsync(service, "service(\"nobody\")", 60);
        Assert.Equal(2, buckets.Count);
        Assert.All(buckets, bucket => Assert.Null(bucket!["ServiceSummaryStatistics"]));
    }

    [Fact]
    public async Task Minutes_are_put_together_under_the_end_of_five()
    {
        await using RunningService service = await StartAsync();
        JsonArray buckets = await SeriesAsync(service, null, 300);
        Assert.All(buckets, bucket => Assert.Equal(0, (double)bucket!["Timestamp"]! % 300));
        Assert.Equal(3, buckets.Sum(bucket => (int)bucket!["EdgeSummaryStatistics"]!["TotalCount"]!));
    }

    [Fact]
    public async Task The_times_of_documents_do_not_matter()
    {
        await using RunningService service = await StartAsync();
        JsonObject request = new() { ["StartTime"] = RunningService.Seconds(-3700), ["EndTime"] = RunningService.Seconds(-3500) };
        Assert.Empty((await service.AskAsync("/TimeSeriesServiceStatistics", request))["TimeSeriesServiceStatistics"]!.AsArray());
    }

    [Theory]
    [InlineData(",\"Period\":61", "Time period must be one of [60, 300]")]
    [InlineData(",\"NextToken\":\"x\"", "Invalid token x")]
    [InlineData(",\"EntitySelectorExpression\":\"id(name: \\\"x\\\")\"", "Error Location: line 1, position 1 : Invalid input symbol: 'id'")]
    [InlineData(",\"EntitySelectorExpression\":\"edge()\"", "Error Location: line 1, position 6 : Invalid input symbol: ')'")]
    [InlineData(",\"GroupName\":\"none\"", "Group not found.")]
    public async Task What_cannot_be_asked_is_refused(string more, string message)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await service.PostAsync("/TimeSeriesServiceStatistics", $"{{\"StartTime\":1,\"EndTime\":2{more}}}");
        Assert.Equal((400, "InvalidRequestException", message), (reply.Status, reply.ErrorType, (string?)reply.Json!["Message"]));
    }

    private static async Task<RunningService> StartAsync()
    {
        RunningService service = await RunningService.StartAsync();
        await service.PutAsync(Trace(1, -3650, 1.25, 1.15, 1.05, ""), Trace(2, -3600.2, 2.5, 2.4, 2.3, ",\"error\":true"));
        await service.PutAsync(Back(1, -3650, 1.05, ""), Back(2, -3600.2, 2.3, ",\"error\":true"));
        service.Clock.Advance(TimeSpan.FromSeconds(120));
        await service.PutAsync(GroupTests.Root(9, 0, 1));
        return service;
    }

    private static string Trace(int number, double start, double root, double call, double back, string flags) =>
        GroupTests.Root(number, start, start + root, flags
            + $",\"subsegments\":[{{\"id\":\"{number + 100:x16}\",\"name\":\"back\",\"namespace\":\"remote\",\"start_time\":{GroupTests.At(start + 0.05)},\"end_time\":{GroupTests.At(start + 0.05 + call)}{flags}}}]");

    private static string Back(int number, double start, double seconds, string flags) =>
        $"{{\"trace_id\":\"{GroupTests.Id(number)}\",\"id\":\"{number + 200:x16}\",\"parent_id\":\"{number + 100:x16}\",\"name\":\"back\",\"start_time\":{GroupTests.At(start + 0.1)},\"end_time\":{GroupTests.At(start + 0.1 + seconds)}{flags}}}";

    private static async Task<JsonArray> SeriesAsync(RunningService service, string? selector, int period)
    {
        JsonObject request = new() { ["StartTime"] = Stamp - 300, ["EndTime"] = Stamp + 900, ["Period"] = period };
        if (selector is not null)
        {
            request["EntitySelectorExpression"] = selector;
        }

        return (await service.AskAsync("/TimeSeriesServiceStatistics", request))["TimeSeriesServiceStatistics"]!.AsArray();
    }
}
