using System.Text;
using System.Text.Json.Nodes;
using XRayPS.Core.Ports;
using XRayPS.Local;
using XRayPS.Local.Daemon;

namespace XRayPS.Tests.Local;

public sealed class UdpTests
{
    private const string Header = "{\"format\": \"json\", \"version\": 1}\n";

    [Fact]
    public async Task A_datagram_is_stored_like_a_document_of_the_api()
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonObject segment = Documents.Segment(1, 1, 0, 2, "caf\u00e9 \u00fc");
        await service.SendAsync(Encoding.UTF8.GetBytes(Header + segment.ToJsonString(new() { WriteIndented = true })));
        await UntilAsync(service, counters => counters.Traces == 1);
        JsonNode summary = (await service.SummariesAsync(-1, 1))["TraceSummaries"]![0]!;
        Assert.Equal("caf\u00e9 \u00fc", (string?)summary["EntryPoint"]!["Name"]);
    }

    [Theory]
    [InlineData("{\"format\":\"json\",\"version\":1}\n{}", true)]
    [InlineData("{\"format\":\"JSON\",\"version\":1,\"more\":[{}]}\n{}", true)]
    [InlineData("{\"version\":1,\"format\":\"json\"} \r\n\n", true)]
    [InlineData("{\"format\":\"json\",\"version\":1}\n", false)]
    [InlineData("{\"format\":\"json\",\"version\":1}", false)]
    [InlineData("{\"format\":\"json\",\"version\":2}\n{}", false)]
    [InlineData("{\"format\":\"json\",\"version\":\"1\"}\n{}", false)]
    [InlineData("{\"format\":\"xml\",\"version\":1}\n{}", false)]
    [InlineData("{\"format\":null,\"version\":1}\n{}", false)]
    [InlineData("{\"format\":\"json\"}\n{}", false)]
    [InlineData("[]\n{}", false)]
    [InlineData("{\"format\":\"json\",\"version\":1\n}\n{}", false)]
    [InlineData("\n{}", false)]
    [InlineData("", false)]
    public void A_header_is_format_json_version_1(string datagram, bool good) =>
        Assert.Equal(good, Datagram.TryRead(Encoding.UTF8.GetBytes(datagram), out _));

    [Fact]
    public async Task Bad_headers_and_bad_documents_are_counted_and_dropped()
    {
        await using RunningService service = await RunningService.StartAsync();
        foreach (string text in new[] { "rubbish", "{\"format\":\"json\",\"version\":2}\n{}", Header + "{", Header + "[]", Header + "{}" })
        {
            await service.SendAsync(Encoding.UTF8.GetBytes(text));
        }

        await service.SendAsync([]);
        await service.SendAsync([0xff, 0xfe, 0, (byte)'\n', 1]);
        await service.SendAsync(Encoding.UTF8.GetBytes(Header + Documents.Segment(1, 1, 0, 2).ToJsonString()));
        await UntilAsync(service, counters => counters.Traces == 1);
        LocalServiceCounters counters = service.Service.ReadCounters();
        Assert.Equal((7, 6, 0), (counters.SegmentsReceived, counters.SegmentsRejected, counters.SegmentsDropped));
    }

    [Fact]
    public async Task Overload_drops_the_oldest_and_counts_it()
    {
        Counters counters = new();
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using SemaphoreSlim taken = new(0);
        List<string> stored = [];
        await using (UdpIntake intake = UdpIntake.Start(0, StoreAsync, counters, queueLength: 10))
        {
            using System.Net.Sockets.UdpClient udp = new();
            async Task SendAsync(int n)
            {
                await udp.SendAsync(Encoding.UTF8.GetBytes(Header + n), "127.0.0.1", intake.Port);
                while (counters.Received < n)
                {
                    await Task.Yield();
                }
            }

            await SendAsync(1);
            await taken.WaitAsync();
            await SendAsync(2);
            await taken.WaitAsync();
            for (int n = 3; n <= 32; n++)
            {
                await SendAsync(n);
            }

            open.SetResult();
        }

        // The first was on its way and the second was read; of the thirty behind them the ten newest are left.
        Assert.Equal(Enumerable.Range(23, 10).Prepend(2).Prepend(1).Select(n => n.ToString()), stored);
        Assert.Equal((32, 20), (counters.Received, counters.Dropped));

        async Task StoreAsync(IReadOnlyCollection<byte[]> batch, Task after)
        {
            stored.AddRange(batch.Select(Encoding.UTF8.GetString));
            taken.Release();
            await open.Task;
        }
    }

    [Fact]
    public async Task What_waits_when_it_stops_is_stored()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "stop.db");
        await using (RunningService service = await RunningService.StartAsync(path: path))
        {
            for (int n = 1; n <= 100; n++)
            {
                await service.SendAsync(Encoding.UTF8.GetBytes(Header + Documents.Segment(n, n, 0, 2).ToJsonString()));
            }

            await UntilAsync(service, counters => counters.SegmentsReceived == 100);
        }

        await using RunningService again = await RunningService.StartAsync(path: path);
        Assert.Equal(100, again.Service.ReadCounters().Traces);
    }

    private static async Task UntilAsync(RunningService service, Func<LocalServiceCounters, bool> condition)
    {
        // UDP gives no answer: the counters are the only sign.
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        while (!condition(service.Service.ReadCounters()))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
