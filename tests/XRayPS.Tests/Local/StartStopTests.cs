using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using XRayPS.Core.Ports;
using XRayPS.Local;

namespace XRayPS.Tests.Local;

public sealed class StartStopTests
{
    [Fact]
    public async Task A_port_in_use_is_named_with_a_way_out()
    {
        await using RunningService service = await RunningService.StartAsync();
        int port = service.Service.Endpoint.Port;
        XRayException tcp = await StartOnAsync(port, 0);
        Assert.Equal("PortInUse", tcp.Code);
        Assert.Contains($"TCP port {port}", tcp.Message, StringComparison.Ordinal);
        Assert.Contains("-Port 0", tcp.Message, StringComparison.Ordinal);

        using Socket taken = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int daemonPort = ((IPEndPoint)taken.LocalEndPoint!).Port;
        XRayException udp = await StartOnAsync(0, daemonPort);
        Assert.Equal("PortInUse", udp.Code);
        Assert.Contains($"UDP port {daemonPort}", udp.Message, StringComparison.Ordinal);
        Assert.Contains("-DaemonPort 0", udp.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_ports_of_different_numbers_make_an_address_with_both()
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.Equal($"127.0.0.1:{service.Service.Endpoint.Port}", service.Service.DaemonAddress);

        int free = XRayPS.Local.Http.FreePort.Find();
        await using ILocalService other = await new LocalServiceFactory().StartAsync(
            new LocalServiceOptions { Port = 0, DaemonPort = free }, CancellationToken.None);
        Assert.Equal($"tcp:127.0.0.1:{other.Endpoint.Port} udp:127.0.0.1:{free}", other.DaemonAddress);
    }

    [Fact]
    public async Task It_can_be_stopped_in_the_middle_of_requests_and_twice()
    {
        RunningService service = await RunningService.StartAsync();
        Task[] busy = [.. Enumerable.Range(0, 20).Select(async n =>
        {
            try
            {
                while (true)
                {
                    await service.PutAsync(Documents.Segment(n + 1, n + 1, 0, 1).ToJsonString());
                }
            }
            catch (Exception)
            {
                // The end of the service is the end of this.
            }
        })];
        Stopwatch time = Stopwatch.StartNew();
        await service.Service.DisposeAsync();
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(5), time.Elapsed.ToString());
        await Task.WhenAll(busy);
        await service.Service.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task What_is_acknowledged_while_it_stops_is_stored_and_nothing_else_looks_like_success()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string path = Path.Combine(folder, "x.db");
        RunningService service = await RunningService.StartAsync(path: path);
        int number = 0;
        List<int> acknowledged = [];
        Task[] senders = [.. Enumerable.Range(0, 8).Select(_ => SendAsync())];
        SpinWait.SpinUntil(() => Volatile.Read(ref number) > 100, TimeSpan.FromSeconds(30));
        await service.Service.DisposeAsync();
        await Task.WhenAll(senders);
        await service.DisposeAsync();

        await using (RunningService again = await RunningService.StartAsync(path: path))
        {
            foreach (int[] five in acknowledged.Chunk(5))
            {
                JsonNode traces = await again.AskAsync(
                    "/Traces", new JsonObject { ["TraceIds"] = new JsonArray([.. five.Select(n => (JsonNode)Documents.TraceId(n))]) });
                Assert.Equal(five.Length, traces["Traces"]!.AsArray().Count);
            }
        }

        Directory.Delete(folder, recursive: true);

        async Task SendAsync()
        {
            while (true)
            {
                int n = Interlocked.Increment(ref number);
                try
                {
                    string body = new JsonObject { ["TraceSegmentDocuments"] = new JsonArray(Documents.Segment(n, n, 0, 1).ToJsonString()) }.ToJsonString();
                    Reply reply = await service.PostAsync("/TraceSegments", body);
                    if (reply.Status != 200)
                    {
                        return;
                    }

                    Assert.Equal("""{"UnprocessedTraceSegments":[]}""", reply.Text);
                    lock (acknowledged)
                    {
                        acknowledged.Add(n);
                    }
                }
                catch (HttpRequestException)
                {
                    return;
                }
            }
        }
    }

    private static Task<XRayException> StartOnAsync(int port, int daemonPort) => Assert.ThrowsAsync<XRayException>(() =>
        new LocalServiceFactory().StartAsync(new LocalServiceOptions { Port = port, DaemonPort = daemonPort }, CancellationToken.None));
}
