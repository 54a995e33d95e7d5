using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using XRayPS.Core.Ports;
using XRayPS.Local;

namespace XRayPS.Tests.Local;

/// <summary>A local service on free ports and a plain HTTP client for it.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    internal static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1790160000);

    private RunningService(ILocalService service, ControlClock clock)
    {
        Service = service;
        Clock = clock;
        Http = new HttpClient { BaseAddress = service.Endpoint };
    }

    internal ILocalService Service { get; }

    internal ControlClock Clock { get; }

    internal HttpClient Http { get; }

    internal static async Task<RunningService> StartAsync(
        LocalSettings? settings = null,
        string? path = null,
        bool demo = false,
        ControlClock? clock = null,
        double? requestLimit = null)
    {
        clock ??= new ControlClock(Start);
        LocalServiceOptions options = new()
        {
            Port = 0, DaemonPort = 0, Clock = clock, Path = path, Demo = demo, RequestLimit = requestLimit,
        };
        return new RunningService(
            await LocalServiceFactory.StartAsync(options, settings ?? LocalSettings.Default, CancellationToken.None), clock);
    }

    /// <summary>Posts a text and reads the answer whatever its status.</summary>
    internal async Task<Reply> PostAsync(string path, string body)
    {
        using StringContent content = new(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await Http.PostAsync(path, content);
        return await Reply.ReadAsync(response);
    }

    /// <summary>Posts an object and demands success.</summary>
    internal async Task<JsonNode> AskAsync(string path, JsonNode body)
    {
        Reply reply = await PostAsync(path, body.ToJsonString());
        Assert.True(reply.Status == 200, $"{path}: {reply.Status} {reply.Text}");
        return reply.Json!;
    }

    /// <summary>Sends documents in one call and answers what was refused.</summary>
    internal async Task<JsonArray> PutAsync(params string[] documents)
    {
        JsonArray list = [.. documents.Select(document => (JsonNode)document)];
        JsonNode answer = await AskAsync("/TraceSegments", new JsonObject { ["TraceSegmentDocuments"] = list });
        return answer["UnprocessedTraceSegments"]!.AsArray();
    }

    /// <summary>Asks for summaries of a window in seconds since <see cref="Start"/>.</summary>
    internal Task<JsonNode> SummariesAsync(double from, double to, JsonObject? more = null)
    {
        JsonObject request = more ?? [];
        request["StartTime"] = Seconds(from);
        request["EndTime"] = Seconds(to);
        return AskAsync("/TraceSummaries", request);
    }

    /// <summary>Sends a datagram to the daemon's port.</summary>
    internal async Task SendAsync(byte[] datagram)
    {
        using UdpClient udp = new(AddressFamily.InterNetwork);
        string address = Service.DaemonAddress;
        int port = int.Parse(address[(address.LastIndexOf(':') + 1)..]);
        await udp.SendAsync(datagram, "127.0.0.1", port);
    }

    internal static double Seconds(double offset) => Start.ToUnixTimeSeconds() + offset;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Service.DisposeAsync();
    }
}

/// <summary>An answer as it came.</summary>
internal sealed record Reply(int Status, string Text, string? ErrorType, string? RequestId, string? ContentType)
{
    internal JsonNode? Json => JsonNode.Parse(Text);

    internal static async Task<Reply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        Header(response, "x-amzn-errortype"),
        Header(response, "x-amzn-RequestId"),
        response.Content.Headers.ContentType?.ToString());

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
}
