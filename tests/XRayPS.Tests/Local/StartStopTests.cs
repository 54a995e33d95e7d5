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
    public async Task Starting_and_stopping_in_a_loop_leaves_nothing_behind()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        await RoundAsync(folder, 3);
        (int handles, int threads) before = Footprint();
        await RoundAsync(folder, 25);
        (int handles, int threads) after = Footprint();
        Directory.Delete(folder, recursive: true);
        Assert.True(after.handles <= before.handles + 10, $"handles: {before.handles} -> {after.handles}");
        Assert.True(after.threads <= before.threads + 10, $"threads: {before.threads} -> {after.threads}");
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

    private static async Task RoundAsync(string folder, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await using RunningService service = await RunningService.StartAsync(path: i % 2 == 0 ? Path.Combine(folder, "x.db") : null);
            await service.PutAsync(Documents.Segment(1, 1, 0, 1).ToJsonString());
            await service.SendAsync("rubbish"u8.ToArray());
            await service.AskAsync("/Traces", new JsonObject { ["TraceIds"] = new JsonArray(Documents.TraceId(1)) });
        }
    }

    private static (int Handles, int Threads) Footprint()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using Process self = Process.GetCurrentProcess();
        int handles = OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : self.HandleCount;
        return (handles, self.Threads.Count);
    }

    private static Task<XRayException> StartOnAsync(int port, int daemonPort) => Assert.ThrowsAsync<XRayException>(() =>
        new LocalServiceFactory().StartAsync(new LocalServiceOptions { Port = port, DaemonPort = daemonPort }, CancellationToken.None));
}
