using System.Text;
using XRayPS;
using XRayPS.Client;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Local;

// Usage: XRayPS.Runtime8. Calls all eight operations over a socket and prints a line for each.
CancellationToken none = CancellationToken.None;
DateTimeOffset now = DateTimeOffset.UtcNow;
string traceId = $"1-{now.ToUnixTimeSeconds():x8}-00000000000000000000000a";
Console.WriteLine($"runtime {Environment.Version}");

LocalServiceOptions options = new() { Port = 0, DaemonPort = 0 };
await using ILocalService service = await new LocalServiceFactory().StartAsync(options, none);
XRayClientFactory factory = new();
using IXRayClient client = factory.Create(new ClientSettings { EndpointUrl = service.Endpoint });

string Document(string id, string name) =>
    $$"""{"trace_id":"{{traceId}}","id":"{{id}}","name":"{{name}}","start_time":{{now.ToUnixTimeSeconds()}},"end_time":{{now.ToUnixTimeSeconds()}}.5}""";

Reply<PutTraceSegmentsResponse> put = await client.SendAsync(
    Operations.PutTraceSegments, new PutTraceSegmentsRequest { TraceSegmentDocuments = [Document("000000000000000a", "shop"), "{}"] }, none);
Console.WriteLine($"put, refused {put.Value.UnprocessedTraceSegments.Count}");

using IDaemonSender daemon = factory.CreateDaemonSender(service.DaemonAddress);
await daemon.SendAsync(Encoding.UTF8.GetBytes(Document("000000000000000b", "daemon")), none);

BatchGetTracesResponse traces = new();
for (int i = 0; i < 500 && traces.Traces.Sum(trace => trace.SegmentCount) < 2; i++)
{
    traces = (await client.SendAsync(Operations.BatchGetTraces, new BatchGetTracesRequest { TraceIds = [traceId] }, none)).Value;
    await Task.Delay(10);
}

Console.WriteLine($"trace, segments {traces.Traces.Sum(trace => trace.SegmentCount)}");

GetTraceSummariesRequest window = new() { StartTime = now.AddMinutes(-1), EndTime = now.AddMinutes(1) };
Reply<GetTraceSummariesResponse> summaries = await client.SendAsync(Operations.GetTraceSummaries, window, none);
Console.WriteLine($"summaries {summaries.Value.TraceSummaries.Count}, duration {summaries.Value.TraceSummaries[0].Duration}");

Reply<GetTraceGraphResponse> traceGraph = await client.SendAsync(
    Operations.GetTraceGraph, new GetTraceGraphRequest { TraceIds = [traceId] }, none);
Console.WriteLine($"trace graph {string.Join(' ', traceGraph.Value.Services.Select(node => node.Name).Order().Distinct())}");

GetServiceGraphRequest graphWindow = new() { StartTime = now.AddMinutes(-1), EndTime = now.AddMinutes(1) };
Reply<GetServiceGraphResponse> graph = await client.SendAsync(Operations.GetServiceGraph, graphWindow, none);
Console.WriteLine($"service graph {string.Join(' ', graph.Value.Services.Select(node => node.Name).Order().Distinct())}");

await client.SendAsync(
    Operations.PutTelemetryRecords,
    new PutTelemetryRecordsRequest { TelemetryRecords = [new TelemetryRecord { Timestamp = now, SegmentsReceivedCount = 1 }] },
    none);
Console.WriteLine("telemetry");

Reply<EncryptionConfigResponse> changed = await client.SendAsync(
    Operations.PutEncryptionConfig, new PutEncryptionConfigRequest { Type = "KMS", KeyId = "alias/x" }, none);
Reply<EncryptionConfigResponse> read = await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), none);
Console.WriteLine($"encryption {changed.Value.EncryptionConfig?.Type} {read.Value.EncryptionConfig?.Type}");

try
{
    await client.SendAsync(Operations.GetTraceGraph, new GetTraceGraphRequest(), none);
}
catch (XRayException refused)
{
    Console.WriteLine($"refused {refused.Kind} {refused.Code} {refused.StatusCode}, request id {refused.RequestId is not null}");
}
