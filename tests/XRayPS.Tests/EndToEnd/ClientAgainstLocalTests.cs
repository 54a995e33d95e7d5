using System.Text;
using System.Text.Json.Nodes;
using XRayPS.Client;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Local;
using XRayPS.Tests.Local;
using LocalDocuments = XRayPS.Tests.Local.Documents;

namespace XRayPS.Tests.EndToEnd;

/// <summary>The client against the local service over a socket: the eight operations, values and not only success.</summary>
public sealed class ClientAgainstLocalTests
{
    [Fact]
    public async Task What_is_put_is_found_in_summary_trace_and_graphs()
    {
        await using RunningService service = await RunningService.StartAsync();
        using IXRayClient client = Connect(service);

        PutTraceSegmentsResponse put = await PutAsync(client, Request(1, 1, "shop", -10, -8.5, 500), LocalDocuments.Segment(1, 2, -9, -8, "orders"));
        Assert.Empty(put.UnprocessedTraceSegments);

        Reply<GetTraceSummariesResponse> found = await SummariesAsync(client, -60, 0);
        TraceSummary summary = Assert.Single(found.Value.TraceSummaries);
        Assert.Equal(LocalDocuments.TraceId(1), summary.Id);
        Assert.Equal(RunningService.Start.AddSeconds(-10), summary.StartTime);
        Assert.Equal(2.0, summary.Duration);
        Assert.Equal(1.5, summary.ResponseTime);
        Assert.True(summary.HasFault);
        Assert.Equal(TraceStatus.Fault, summary.Status);
        Assert.Equal(("GET", "http://shop.example/ü", 500), (summary.Method, summary.Url, summary.HttpStatus));
        Assert.Equal("v\"1\"", Assert.Single(summary.Annotations["key"]).AnnotationValue?.StringValue);
        Assert.Equal(1, summary.Revision);
        Assert.Equal("Oops: no stock", Assert.Single(summary.FaultRootCauses).Services[0].EntityPath[0].Exceptions[0].ToString());
        Assert.Equal(1, found.Value.TracesProcessedCount);
        Assert.Equal(RunningService.Start.AddSeconds(-60), found.Value.ApproximateTime);
        Assert.Null(found.Value.NextToken);
        Assert.NotNull(found.RequestId);
        Assert.Empty(found.Notes);

        Reply<BatchGetTracesResponse> traces = await client.SendAsync(
            Operations.BatchGetTraces,
            new BatchGetTracesRequest { TraceIds = [LocalDocuments.TraceId(1), LocalDocuments.TraceId(9)] },
            default);
        Trace trace = Assert.Single(traces.Value.Traces);
        Assert.Equal(2, trace.SegmentCount);
        Assert.Equal("shop", (string?)JsonNode.Parse(trace.Segments.Single(segment => segment.Id == LocalDocuments.Id(1)).Document!)!["name"]);

        Reply<GetTraceGraphResponse> graph = await client.SendAsync(
            Operations.GetTraceGraph, new GetTraceGraphRequest { TraceIds = [LocalDocuments.TraceId(1)] }, default);
        XRayPS.Service shop = graph.Value.Services.Single(node => node.Name == "shop" && node.Type != "client");
        Assert.Equal(1, shop.SummaryStatistics!.FaultStatistics!.TotalCount);
        Assert.Equal(1.5, shop.SummaryStatistics.TotalResponseTime);

        Reply<GetServiceGraphResponse> map = await client.SendAsync(
            Operations.GetServiceGraph,
            new GetServiceGraphRequest { StartTime = RunningService.Start.AddSeconds(-1), EndTime = RunningService.Start.AddSeconds(1) },
            default);
        Assert.Equal(graph.Value.Services.Select(node => node.Name).Order(), map.Value.Services.Select(node => node.Name).Order());
        Assert.Equal(RunningService.Start.AddSeconds(-10), map.Value.StartTime);
        Assert.False(map.Value.ContainsOldGroupVersions);
    }

    [Fact]
    public async Task What_is_refused_is_told_beside_what_is_taken()
    {
        await using RunningService service = await RunningService.StartAsync();
        using IXRayClient client = Connect(service);

        PutTraceSegmentsResponse put = (await client.SendAsync(
            Operations.PutTraceSegments,
            new PutTraceSegmentsRequest
            {
                TraceSegmentDocuments = [LocalDocuments.Segment(1, 1, 0, 1).ToJsonString(), "{", LocalDocuments.Segment(2, 2, 0, 1).ToJsonString()],
            },
            default)).Value;

        Assert.Equal("ParseError", Assert.Single(put.UnprocessedTraceSegments).ErrorCode);
        Assert.Equal(2, (await SummariesAsync(client, -1, 2)).Value.TraceSummaries.Count);
    }

    [Fact]
    public async Task Pages_follow_their_token_to_the_end()
    {
        await using RunningService service = await RunningService.StartAsync(new LocalSettings { PageSize = 3 });
        using IXRayClient client = Connect(service);
        await PutAsync(client, [.. Enumerable.Range(1, 10).Select(n => LocalDocuments.Segment(n, n, n, n + 1))]);

        List<string?> ids = [];
        string? token = null;
        do
        {
            GetTraceSummariesResponse page = (await SummariesAsync(client, 0, 60, token)).Value;
            ids.AddRange(page.TraceSummaries.Select(summary => summary.Id));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(1, 10).Reverse().Select(LocalDocuments.TraceId), ids);
    }

    [Fact]
    public async Task Encryption_goes_from_updating_to_active()
    {
        await using RunningService service = await RunningService.StartAsync();
        using IXRayClient client = Connect(service);

        EncryptionConfig before = (await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default)).Value.EncryptionConfig!;
        EncryptionConfig changed = (await client.SendAsync(
            Operations.PutEncryptionConfig,
            new PutEncryptionConfigRequest { Type = "KMS", KeyId = "alias/traces" },
            default)).Value.EncryptionConfig!;
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        EncryptionConfig after = (await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default)).Value.EncryptionConfig!;

        Assert.Equal(("NONE", "ACTIVE", null), (before.Type, before.Status, before.KeyId));
        Assert.Equal(("KMS", "UPDATING"), (changed.Type, changed.Status));
        Assert.Equal(("KMS", "ACTIVE"), (after.Type, after.Status));
        Assert.Equal(changed.KeyId, after.KeyId);
    }

    [Fact]
    public async Task Telemetry_is_taken()
    {
        await using RunningService service = await RunningService.StartAsync();
        using IXRayClient client = Connect(service);

        Reply<Empty> reply = await client.SendAsync(
            Operations.PutTelemetryRecords,
            new PutTelemetryRecordsRequest
            {
                Hostname = "host",
                TelemetryRecords =
                [
                    new TelemetryRecord
                    {
                        Timestamp = RunningService.Start,
                        SegmentsSentCount = 1,
                        BackendConnectionErrors = new BackendConnectionErrors { TimeoutCount = 1 },
                    },
                ],
            },
            default);

        Assert.NotNull(reply.RequestId);
    }

    [Fact]
    public async Task Both_shapes_of_errors_are_understood()
    {
        await using RunningService service = await RunningService.StartAsync();
        using IXRayClient client = Connect(service);

        XRayException rule = await Assert.ThrowsAsync<XRayException>(() => SummariesAsync(client, 10, 0));
        XRayException constraint = await Assert.ThrowsAsync<XRayException>(() => client.SendAsync(
            Operations.PutEncryptionConfig, new PutEncryptionConfigRequest { Type = "ROT13" }, default));
        XRayException kind = await Assert.ThrowsAsync<XRayException>(() => client.SendRawAsync(
            Operations.GetTraceSummaries, "{\"StartTime\":\"now\"}"u8.ToArray(), default));

        Assert.Equal((FailureKind.Refused, "InvalidRequestException", 400), (rule.Kind, rule.Code, rule.StatusCode));
        Assert.Equal((FailureKind.Refused, "ValidationException", 400), (constraint.Kind, constraint.Code, constraint.StatusCode));
        Assert.Contains("Member must satisfy enum value set", constraint.Message);
        Assert.Equal("SerializationException", kind.Code);
        Assert.All((XRayException[])[rule, constraint, kind], failure => Assert.NotNull(failure.RequestId));
    }

    [Fact]
    public async Task A_datagram_becomes_a_trace()
    {
        await using RunningService service = await RunningService.StartAsync();
        using IXRayClient client = Connect(service);
        using IDaemonSender daemon = new XRayClientFactory().CreateDaemonSender(service.Service.DaemonAddress);

        await daemon.SendAsync(Encoding.UTF8.GetBytes(LocalDocuments.Segment(1, 1, -2, -1, "dämon").ToJsonString()), default);

        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        GetTraceSummariesResponse found;
        do
        {
            found = (await SummariesAsync(client, -10, 0, null, patience.Token)).Value;
        }
        while (found.TraceSummaries.Count == 0);

        Assert.Equal("dämon", found.TraceSummaries[0].EntryPointName);
    }

    [Fact]
    public async Task One_client_serves_many_callers()
    {
        await using RunningService service = await RunningService.StartAsync();
        using IXRayClient client = Connect(service);

        await Parallel.ForEachAsync(
            Enumerable.Range(1, 60),
            new ParallelOptions { MaxDegreeOfParallelism = 12 },
            async (n, token) => await PutAsync(client, LocalDocuments.Segment(n, n, 0, 1)));

        Assert.Equal(60, (await SummariesAsync(client, -1, 2)).Value.TraceSummaries.Count);
    }

    [Fact]
    public async Task A_service_that_has_ended_is_a_refused_connection()
    {
        RunningService service = await RunningService.StartAsync();
        using IXRayClient client = Connect(service);
        await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default);
        await service.DisposeAsync();

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default));

        Assert.Equal((FailureKind.Connection, "ConnectionRefused"), (failure.Kind, failure.Code));
    }

    private static IXRayClient Connect(RunningService service) =>
        new XRayClientFactory().Create(new ClientSettings { EndpointUrl = service.Service.Endpoint });

    private static async Task<PutTraceSegmentsResponse> PutAsync(IXRayClient client, params JsonObject[] documents) =>
        (await client.SendAsync(
            Operations.PutTraceSegments,
            new PutTraceSegmentsRequest { TraceSegmentDocuments = [.. documents.Select(document => document.ToJsonString())] },
            default)).Value;

    private static Task<Reply<GetTraceSummariesResponse>> SummariesAsync(
        IXRayClient client, double from, double to, string? token = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(
            Operations.GetTraceSummaries,
            new GetTraceSummariesRequest
            {
                StartTime = RunningService.Start.AddSeconds(from),
                EndTime = RunningService.Start.AddSeconds(to),
                NextToken = token,
            },
            cancellationToken);

    private static JsonObject Request(int trace, int id, string name, double start, double end, int status)
    {
        JsonObject document = LocalDocuments.Segment(trace, id, start, end, name);
        document["fault"] = status >= 500;
        document["cause"] = new JsonObject
        {
            ["exceptions"] = new JsonArray(new JsonObject { ["id"] = "00000000000000ff", ["type"] = "Oops", ["message"] = "no stock" }),
        };
        document["annotations"] = new JsonObject { ["key"] = "v\"1\"" };
        document["http"] = new JsonObject
        {
            ["request"] = new JsonObject { ["method"] = "GET", ["url"] = "http://shop.example/ü" },
            ["response"] = new JsonObject { ["status"] = status },
        };
        return document;
    }
}
