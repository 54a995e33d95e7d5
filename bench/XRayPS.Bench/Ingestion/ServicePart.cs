using System.Globalization;
using XRayPS.Core.Ports;
using XRayPS.Local;

namespace XRayPS.Bench.Ingestion;

/// <summary>A local service in a process of its own: says where it is, answers each line with its counters.</summary>
internal static class ServicePart
{
    internal static async Task RunAsync(string path)
    {
        LocalServiceOptions options = new() { Port = 0, DaemonPort = 0, Path = path };
        await using ILocalService service = await new LocalServiceFactory().StartAsync(options, CancellationToken.None);
        int daemonPort = int.Parse(service.DaemonAddress.Split(':')[^1], CultureInfo.InvariantCulture);
        Console.WriteLine($"{service.Endpoint} {daemonPort}");
        while (Console.ReadLine() is not null)
        {
            LocalServiceCounters counters = service.ReadCounters();
            long[] values =
            [
                counters.Traces, counters.Requests,
                counters.SegmentsReceived, counters.SegmentsRejected, counters.SegmentsDropped,
            ];
            Console.WriteLine(string.Join(' ', values));
        }
    }
}
