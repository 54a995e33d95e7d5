using System.Diagnostics;
using System.Text.Json.Nodes;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using XRayPS.Tests.Local;

namespace XRayPS.Tests.Otlp;

public sealed class DotnetExporterTests
{
    [Fact]
    public async Task The_exporter_of_DotNet_reports_a_request_that_failed_in_a_query()
    {
        string name = "orders-" + Guid.NewGuid().ToString("N")[..8];
        await using RunningService service = await RunningService.StartAsync();
        string traceId;
        using (ActivitySource source = new(name))
        using (TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(name)
            .ConfigureResource(resource => resource.AddService(name, serviceVersion: "2.1"))
            .AddOtlpExporter(options =>
            {
                options.Endpoint = new Uri(service.Service.Endpoint, "v1/traces");
                options.Protocol = OtlpExportProtocol.HttpProtobuf;
                options.ExportProcessorType = ExportProcessorType.Simple;
            })
            .Build())
        {
            using Activity served = source.StartActivity("GET /orders", ActivityKind.Server)!;
            served.SetTag("http.request.method", "GET").SetTag("http.response.status_code", 500).SetTag("enduser.id", "bob");
            traceId = served.TraceId.ToHexString();
            using (Activity query = source.StartActivity("SELECT", ActivityKind.Client)!)
            {
                query.SetTag("db.system.name", "postgresql").SetTag("db.namespace", "orders").SetTag("db.query.text", "SELECT ?");
                query.AddException(new InvalidOperationException("no such table"));
                query.SetStatus(ActivityStatusCode.Error);
            }

            served.Stop();
            Assert.True(provider.ForceFlush(20_000));
        }

        string id = $"1-{traceId[..8]}-{traceId[8..]}";
        JsonNode answer = await service.AskAsync("/Traces", new JsonObject { ["TraceIds"] = new JsonArray(id) });
        JsonNode segment = answer["Traces"]![0]!["Segments"]!.AsArray()
            .Select(item => JsonNode.Parse(item!["Document"]!.GetValue<string>())!)
            .Single(document => document["inferred"] is null);
        Assert.Equal(name, segment["name"]!.GetValue<string>());
        Assert.True(segment["fault"]!.GetValue<bool>());
        Assert.Equal("bob", segment["user"]!.GetValue<string>());
        Assert.Equal("2.1", segment["service"]!["version"]!.GetValue<string>());
        Assert.Equal("opentelemetry for dotnet", segment["aws"]!["xray"]!["sdk"]!.GetValue<string>());
        JsonNode call = Assert.Single(segment["subsegments"]!.AsArray())!;
        Assert.Equal("orders", call["name"]!.GetValue<string>());
        Assert.Equal("SELECT ?", call["sql"]!["sanitized_query"]!.GetValue<string>());
        Assert.Equal("no such table", call["cause"]!["exceptions"]![0]!["message"]!.GetValue<string>());

        JsonNode graph = await service.AskAsync("/TraceGraph", new JsonObject { ["TraceIds"] = new JsonArray(id) });
        Assert.Equal(
            [$"{name}>orders", $"client>{name}"],
            Edges(graph["Services"]!.AsArray()).Order(StringComparer.Ordinal).Select(edge => edge).OrderByDescending(edge => edge.StartsWith(name, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Edges(JsonArray services)
    {
        foreach (JsonNode? from in services)
        {
            foreach (JsonNode? edge in from!["Edges"]!.AsArray())
            {
                JsonNode to = services.Single(node => node!["ReferenceId"]!.GetValue<int>() == edge!["ReferenceId"]!.GetValue<int>())!;
                yield return $"{(from["Type"]?.GetValue<string>() == "client" ? "client" : from["Name"]!.GetValue<string>())}>{to["Name"]!.GetValue<string>()}";
            }
        }
    }
}
