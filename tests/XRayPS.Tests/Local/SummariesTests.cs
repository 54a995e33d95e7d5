using System.Text.Json.Nodes;
using XRayPS.Local;

namespace XRayPS.Tests.Local;

public sealed class SummariesTests
{
    [Fact]
    public async Task A_segment_that_was_acknowledged_shows_at_once_in_summary_trace_and_graphs()
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.Empty(await service.PutAsync(Documents.Segment(1, 1, -10, -8.5).ToJsonString()));

        JsonNode list = await service.SummariesAsync(-60, 0);
        JsonNode summary = Assert.Single(list["TraceSummaries"]!.AsArray())!;
        Assert.Equal(Documents.TraceId(1), (string?)summary["Id"]);
        Assert.Equal(1.5, (double)summary["Duration"]!);
        Assert.Equal(1, (int)summary["Revision"]!);
        Assert.Null(summary["MatchedEventTime"]);
        Assert.Equal(RunningService.Seconds(-60), (double)list["ApproximateTime"]!);
        Assert.Equal(1, (int)list["TracesProcessedCount"]!);
        Assert.Null(list["NextToken"]);

        JsonNode traces = await service.AskAsync("/Traces", new JsonObject { ["TraceIds"] = new JsonArray(Documents.TraceId(1), Documents.TraceId(2)) });
        JsonNode trace = Assert.Single(traces["Traces"]!.AsArray())!;
        Assert.Equal(Documents.Id(1), (string?)trace["Segments"]![0]!["Id"]);
        Assert.Empty(traces["UnprocessedTraceIds"]!.AsArray());

        JsonNode graph = await service.AskAsync("/TraceGraph", new JsonObject { ["TraceIds"] = new JsonArray(Documents.TraceId(1)) });
        Assert.Equal(2, graph["Services"]!.AsArray().Count);

        JsonNode map = await service.AskAsync(
            "/ServiceGraph", new JsonObject { ["StartTime"] = RunningService.Seconds(-1), ["EndTime"] = RunningService.Seconds(1) });
        Assert.Equal(2, map["Services"]!.AsArray().Count);
        Assert.Equal(RunningService.Seconds(-10), (double)map["StartTime"]!);
        Assert.False((bool)map["ContainsOldGroupVersions"]!);
    }

    [Fact]
    public async Task Pages_are_newest_first_without_gaps_or_repeats_while_traces_arrive()
    {
        await using RunningService service = await RunningService.StartAsync(new LocalSettings { PageSize = 7 });
        await service.PutAsync([.. Enumerable.Range(1, 40).Select(n => Documents.Segment(n, n, n / 2, 100).ToJsonString())]);

        List<string> ids = [];
        List<double> starts = [];
        JsonObject more = [];
        int calls = 0;
        while (true)
        {
            JsonNode page = await service.SummariesAsync(0, 60, more);
            ids.AddRange(page["TraceSummaries"]!.AsArray().Select(entry => (string)entry!["Id"]!));
            starts.AddRange(page["TraceSummaries"]!.AsArray().Select(entry => (double)entry!["StartTime"]!));
            Assert.Equal(page["TraceSummaries"]!.AsArray().Count, (int)page["TracesProcessedCount"]!);
            calls++;
            if (page["NextToken"] is not { } token)
            {
                break;
            }

            more = new JsonObject { ["NextToken"] = (string?)token };
            await service.PutAsync(Documents.Segment(1000 + calls, 1000, 59, 60).ToJsonString());
        }

        Assert.Equal(6, calls);
        Assert.Equal(40, ids.Count);
        Assert.Equal(40, ids.Distinct().Count());
        Assert.Equal(ids.Zip(starts).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First).Select(pair => pair.First), ids);
    }

    [Fact]
    public async Task A_token_that_was_changed_or_belongs_to_another_list_is_refused()
    {
        await using RunningService service = await RunningService.StartAsync(new LocalSettings { PageSize = 1 });
        await service.PutAsync(Documents.Segment(1, 1, 1, 2).ToJsonString(), Documents.Segment(2, 2, 2, 3).ToJsonString());
        string token = (string)(await service.SummariesAsync(0, 60))["NextToken"]!;
        string changed = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        foreach ((string wrong, string type) in new[] { (changed, "TraceId"), (token, "Event"), ("x", "TraceId"), ("", "TraceId"), ("%%%", "TraceId") })
        {
            Reply reply = await service.PostAsync("/TraceSummaries", new JsonObject
            {
                ["StartTime"] = RunningService.Seconds(0),
                ["EndTime"] = RunningService.Seconds(60),
                ["TimeRangeType"] = type,
                ["NextToken"] = wrong,
            }.ToJsonString());
            Assert.Equal((400, "InvalidRequestException"), (reply.Status, reply.ErrorType));
            Assert.Equal($"Invalid token {wrong}", (string?)reply.Json!["Message"]);
        }
    }

    [Fact]
    public async Task The_window_is_half_open_and_goes_by_the_documents_start()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync([.. Enumerable.Range(0, 5).Select(n => Documents.Segment(n, n + 1, n, n + 100).ToJsonString())]);
        Assert.Equal((int[])[3, 2, 1], await NumbersAsync(service, 1, 4, []));
        Assert.Empty(await NumbersAsync(service, 2, 2, []));
    }

    [Fact]
    public async Task Event_goes_by_the_last_receipt_only()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync(Documents.Open(1, 1, -30).ToJsonString());
        service.Clock.Advance(TimeSpan.FromSeconds(100.25));
        await service.PutAsync(Documents.Segment(1, 1, -30, -26).ToJsonString());

        Assert.Empty(await NumbersAsync(service, -5, 50, ByEvent()));
        Assert.Empty(await NumbersAsync(service, 50, 100.25, ByEvent()));
        JsonNode list = await service.SummariesAsync(100.25, 200, ByEvent());
        JsonNode summary = Assert.Single(list["TraceSummaries"]!.AsArray())!;
        Assert.Equal(RunningService.Seconds(100), (double)summary["MatchedEventTime"]!);
        Assert.Equal(RunningService.Seconds(100), (double)list["ApproximateTime"]!);
        Assert.Equal(2, (int)summary["Revision"]!);
    }

    [Fact]
    public async Task Service_goes_by_the_end_of_segments_and_looks_a_minute_around()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync(
            Documents.Segment(1, 1, 0, 10).ToJsonString(),
            Documents.Segment(1, 2, 1, 20).ToJsonString(),
            Documents.Segment(1, 3, 1, 30).ToJsonString(),
            Documents.Segment(2, 4, 0, 60).ToJsonString());
        JsonObject type() => new() { ["TimeRangeType"] = "Service" };
        Assert.Equal((int[])[1], await NumbersAsync(service, 15, 25, type()));
        Assert.Empty(await NumbersAsync(service, 11, 20, type()));
        Assert.Equal((int[])[2, 1], await NumbersAsync(service, 30, 61, type()));
        JsonNode list = await service.SummariesAsync(15, 25, type());
        Assert.Equal(RunningService.Seconds(15 - 60), (double)list["ApproximateTime"]!);
        Assert.Equal(2, (int)list["TracesProcessedCount"]!);
        Assert.Equal(RunningService.Seconds(0), (double)list["TraceSummaries"]![0]!["MatchedEventTime"]!);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("FixedRate", null, "sampling rate must be specified and its value must be between [0, 1]")]
    [InlineData("FixedRate", 1.5, "sampling rate must be specified and its value must be between [0, 1]")]
    [InlineData("FixedRate", 0.5, "Cannot use FixedRate with input time range type: TraceId. Please try using time range type: Event")]
    [InlineData("PartialScan", 7.0, null)]
    public async Task A_sampling_strategy_is_checked(string? name, double? value, string? error)
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonObject strategy = new() { ["Name"] = name, ["Value"] = value };
        string Body(bool sampling, string? type) => new JsonObject
        {
            ["StartTime"] = 1, ["EndTime"] = 2, ["Sampling"] = sampling, ["SamplingStrategy"] = strategy.DeepClone(), ["TimeRangeType"] = type,
        }.ToJsonString();

        Reply reply = await service.PostAsync("/TraceSummaries", Body(true, null));
        Assert.Equal(error is null ? 200 : 400, reply.Status);
        Assert.Equal(error, (string?)reply.Json!["Message"]);
        Assert.Equal(200, (await service.PostAsync("/TraceSummaries", Body(false, null))).Status);
        Reply other = await service.PostAsync("/TraceSummaries", Body(true, "Service"));
        Assert.Equal(error?.Replace("TraceId", "Service", StringComparison.Ordinal), (string?)other.Json!["Message"]);
    }

    [Fact]
    public async Task A_fixed_rate_takes_its_share_and_counts_everything()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync([.. Enumerable.Range(0, 400).Select(n => Documents.Segment(n, 1, 0, 1).ToJsonString())]);
        foreach ((double rate, int least, int most) in new[] { (0.0, 0, 0), (0.2, 40, 120), (1.0, 100, 100) })
        {
            JsonObject more = ByEvent();
            more["Sampling"] = true;
            more["SamplingStrategy"] = new JsonObject { ["Name"] = "FixedRate", ["Value"] = rate };
            JsonNode list = await service.SummariesAsync(-1, 1, more);
            Assert.InRange(list["TraceSummaries"]!.AsArray().Count, least, most);
            if (rate < 1)
            {
                Assert.Equal(400, (int)list["TracesProcessedCount"]!);
            }
        }
    }

    [Fact]
    public async Task A_blank_filter_takes_every_trace()
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.Equal(200, (await service.PostAsync("/TraceSummaries", """{"StartTime":1,"EndTime":2,"FilterExpression":" "}""")).Status);
    }

    [Fact]
    public async Task Subsegments_that_wait_for_their_parent_make_no_entry_until_it_comes()
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonObject waiting = Documents.Segment(1, 2, 1, 2);
        waiting["type"] = "subsegment";
        waiting["parent_id"] = Documents.Id(1);
        await service.PutAsync(waiting.ToJsonString());
        Assert.Empty(await NumbersAsync(service, -10, 10, []));
        JsonNode traces = await service.AskAsync("/Traces", new JsonObject { ["TraceIds"] = new JsonArray(Documents.TraceId(1)) });
        Assert.Empty(traces["Traces"]![0]!["Segments"]!.AsArray());
        await service.PutAsync(Documents.Segment(1, 1, 0, 3).ToJsonString());
        Assert.Equal((int[])[1], await NumbersAsync(service, -10, 10, []));
    }

    [Fact]
    public async Task What_was_received_thirty_days_ago_is_gone()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync(Documents.Segment(1, 1, 0, 1).ToJsonString());
        service.Clock.Advance(TimeSpan.FromDays(20));
        await service.PutAsync(Documents.Segment(2, 1, 0, 1).ToJsonString());
        Assert.Equal(2, service.Service.ReadCounters().Traces);
        service.Clock.Advance(TimeSpan.FromDays(10.1));
        Assert.Equal((int[])[2], await NumbersAsync(service, -1, 1, []));
        Assert.Equal(1, service.Service.ReadCounters().Traces);
        Assert.Empty((await service.AskAsync("/Traces", new JsonObject { ["TraceIds"] = new JsonArray(Documents.TraceId(1)) }))["Traces"]!.AsArray());
    }

    private static JsonObject ByEvent() => new() { ["TimeRangeType"] = "Event" };

    private static async Task<int[]> NumbersAsync(RunningService service, double from, double to, JsonObject more)
    {
        JsonNode list = await service.SummariesAsync(from, to, more);
        return [.. list["TraceSummaries"]!.AsArray().Select(entry => Convert.ToInt32(((string)entry!["Id"]!)[11..], 16))];
    }
}
