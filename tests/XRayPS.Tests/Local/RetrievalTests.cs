using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

public sealed class RetrievalTests
{
    [Fact]
    public async Task A_retrieval_brings_back_the_traces_of_its_window_five_a_page()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync([.. Enumerable.Range(1, 7).Select(i => GroupTests.Root(i, i, i + 1)), GroupTests.Root(8, 500, 501)]);
        string token = await StartAsync(service, Enumerable.Range(1, 9).Select(GroupTests.Id));
        JsonNode early = await ListAsync(service, token);
        Assert.Equal(("SCHEDULED", 0), ((string)early["RetrievalStatus"]!, early["Traces"]!.AsArray().Count));
        service.Clock.Advance(TimeSpan.FromSeconds(0.6));
        Assert.Equal("RUNNING", (string)(await ListAsync(service, token))["RetrievalStatus"]!);
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        JsonNode first = await ListAsync(service, token);
        Assert.Equal(("COMPLETE", "XRAY", 5), ((string)first["RetrievalStatus"]!, (string)first["TraceFormat"]!, first["Traces"]!.AsArray().Count));
        JsonNode second = await ListAsync(service, token, $",\"NextToken\":\"{first["NextToken"]}\"");
        Assert.Equal(2, second["Traces"]!.AsArray().Count);
        Assert.Null(second["NextToken"]);
        JsonNode document = JsonNode.Parse((string)first["Traces"]![0]!["Spans"]![0]!["Document"]!)!;
        Assert.Equal("front", (string)document["name"]!);
        JsonArray nodes = (await service.AskAsync("/GetRetrievedTracesGraph", new JsonObject { ["RetrievalToken"] = token }))["Services"]!.AsArray();
        Assert.Equal(7, nodes.Select(node => node!["Service"]!).Single(node => (string?)node["Type"] is null)["SummaryStatistics"]!["TotalCount"]!.GetValue<int>());
        service.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal("TIMEOUT", (string)(await ListAsync(service, token))["RetrievalStatus"]!);
    }

    [Fact]
    public async Task Documents_come_as_spans_too()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync(GroupTests.Root(1, 0, 1.5, """,\"http\":{\"request\":{\"method\":\"GET\",\"url\":\"http://a/b\"},\"response\":{\"status\":503}},\"subsegments\":[{\"id\":\"00000000000000aa\",\"name\":\"db\",\"namespace\":\"remote\",\"start_time\":1790160000.25,\"end_time\":1790160001,\"sql\":{\"sanitized_query\":\"SELECT 1\"}}]""".Replace("\\", "")));
        string token = await StartAsync(service, [GroupTests.Id(1)]);
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        JsonArray spans = (await ListAsync(service, token, ",\"TraceFormat\":\"OTEL\""))["Traces"]![0]!["Spans"]!.AsArray();
        Assert.Equal(2, spans.Count);
        JsonNode root = JsonNode.Parse((string)spans[0]!["Document"]!)!;
        Assert.Equal(("6ab3b3f3000000000000000000000001", "SERVER", "ERROR"), ((string)root["traceId"]!, (string)root["kind"]!, (string)root["status"]!["code"]!));
        Assert.Equal(1790160000000000000, (long)root["startTimeUnixNano"]!);
        Assert.Equal(503, (int)root["attributes"]!["http.response.status_code"]!);
        JsonNode call = JsonNode.Parse((string)spans[1]!["Document"]!)!;
        Assert.Equal(("0000000000000001", "CLIENT", "SELECT 1"), ((string)call["parentSpanId"]!, (string)call["kind"]!, (string)call["attributes"]!["db.query.text"]!));
        Assert.Equal(1790160000250000000, (long)call["startTimeUnixNano"]!);
    }

    [Fact]
    public async Task A_graph_of_more_than_a_thousand_services_comes_in_pages()
    {
        await using RunningService service = await RunningService.StartAsync();
        await service.PutAsync(
            [.. Enumerable.Range(1, 600).Select(n => Documents.Segment(1, n, 0, 1, $"s{n}").ToJsonString())]);
        JsonObject request = new() { ["RetrievalToken"] = await StartAsync(service, [Documents.TraceId(1)]) };
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        JsonNode first = await service.AskAsync("/GetRetrievedTracesGraph", request);
        Assert.Equal(1000, first["Services"]!.AsArray().Count);
        request["NextToken"] = (string)first["NextToken"]!;
        JsonNode second = await service.AskAsync("/GetRetrievedTracesGraph", request);
        Assert.Null(second["NextToken"]);

        // Every segment is a root, and every root has a client beside it.
        Assert.Equal(2 * 600 - 1000, second["Services"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_retrieval_can_be_cancelled_once_and_an_unknown_one_is_not_found()
    {
        await using RunningService service = await RunningService.StartAsync();
        string token = await StartAsync(service, [GroupTests.Id(1)]);
        string body = new JsonObject { ["RetrievalToken"] = token }.ToJsonString();
        Assert.Equal(200, (await service.PostAsync("/CancelTraceRetrieval", body)).Status);
        Assert.Equal("CANCELLED", (string)(await ListAsync(service, token))["RetrievalStatus"]!);
        Reply again = await service.PostAsync("/CancelTraceRetrieval", body);
        Assert.Equal((404, "ResourceNotFoundException"), (again.Status, again.ErrorType));
        Assert.Equal(404, (await service.PostAsync("/ListRetrievedTraces", """{"RetrievalToken":"x"}""")).Status);
        Assert.Equal(404, (await service.PostAsync("/GetRetrievedTracesGraph", """{"RetrievalToken":"x"}""")).Status);
    }

    private static async Task<string> StartAsync(RunningService service, IEnumerable<string> ids) =>
        (string)(await service.AskAsync("/StartTraceRetrieval", new JsonObject
        {
            ["TraceIds"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]),
            ["StartTime"] = RunningService.Seconds(0),
            ["EndTime"] = RunningService.Seconds(100),
        }))["RetrievalToken"]!;

    private static Task<JsonNode> ListAsync(RunningService service, string token, string more = "") =>
        service.AskAsync("/ListRetrievedTraces", JsonNode.Parse($"{{\"RetrievalToken\":\"{token}\"{more}}}")!);
}
