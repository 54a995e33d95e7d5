using System.Globalization;
using XRayPS.Bench.Support;
using XRayPS.Core.Ports;

namespace XRayPS.Bench.Ingestion;

/// <summary>Whether datagrams that come evenly for ten seconds are all stored, in a file.</summary>
internal static class UdpIngestion
{
    private const int Rounds = 3;
    private const int Seconds = 10;

    internal static void Run(int rate)
    {
        Table table = new(
            "datagrams", "sent", "a second", "kernel dropped", "we dropped", "stored", "behind at the end",
            "service's processor", "all stored");
        for (int round = 0; round < Rounds; round++)
        {
            using TemporaryFile file = new();
            using ServiceProcess service = new(file.Path);

            // Two seconds at half the rate: a service that has just started still compiles its code.
            Send(service, rate, rate / 2);
            service.WaitUntilStored();
            LocalServiceCounters before = service.ReadCounters();
            long? kernelBefore = KernelDrops.Of(service.DatagramPort);
            double busyBefore = service.ProcessorSeconds;
            int count = rate * Seconds;
            double seconds = Send(service, count, rate);
            double behind = service.WaitUntilStored();
            LocalServiceCounters after = service.ReadCounters();
            long? kernel = KernelDrops.Of(service.DatagramPort) - kernelBefore;

            // The warm-up has sent the first traces already; they grew.
            long dropped = after.SegmentsDropped - before.SegmentsDropped;
            long stored = after.SegmentsReceived - before.SegmentsReceived - dropped
                - (after.SegmentsRejected - before.SegmentsRejected);
            table.Add(
                $"round {round + 1}", Figures.Count(count), Figures.Count(count / seconds),
                kernel?.ToString(CultureInfo.InvariantCulture) ?? "unknown",
                Figures.Count(dropped), Figures.Count(stored), Figures.Seconds(behind),
                Figures.Seconds(service.ProcessorSeconds - busyBefore), Figures.Met(stored == count));
        }

        table.Print(
            $"Datagrams of {SampleDocument.Plain().Length} bytes, {Figures.Count(rate)} a second for {Seconds} s"
            + $" (target 20,000) from another process; receive buffer: "
            + $"8 MiB asked for, {KernelDrops.MostBuffer()} allowed");
    }

    private static double Send(ServiceProcess service, int count, int rate)
    {
        using Child sender = Child.StartPart("udp-sender", $"{service.DatagramPort}", $"{count}", $"{rate}");
        double seconds = double.Parse(sender.Expect(), CultureInfo.InvariantCulture);
        sender.WaitForEnd();
        return seconds;
    }
}
