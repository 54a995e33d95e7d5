using System.Globalization;
using XRayPS.Bench.Support;
using XRayPS.Core.Ports;

namespace XRayPS.Bench.Ingestion;

/// <summary>How many documents a second the local service acknowledges over HTTP, stored in a file.</summary>
internal static class HttpIngestion
{
    private const int Rounds = 3;
    private const int Target = 15_000;

    internal static void Run(int documents)
    {
        Table table = new(
            $"PutTraceSegments, {SampleDocument.Plain().Length} bytes, {HttpSender.DocumentsPerCall} a call",
            "acknowledged a second", "target", "met", "service's processor a document");
        (double Rate, double Processor)[][] results = [new (double, double)[Rounds], new (double, double)[Rounds]];
        int[] perTrace = [1, 5];
        for (int round = 0; round < Rounds; round++)
        {
            for (int kind = 0; kind < perTrace.Length; kind++)
            {
                results[kind][round] = Measure(documents, perTrace[kind]);
                string rate = Figures.Count(results[kind][round].Rate);
                Console.WriteLine($"round {round + 1}: {perTrace[kind]} to a trace: {rate} a second");
            }
        }

        for (int kind = 0; kind < perTrace.Length; kind++)
        {
            double median = Figures.Median(results[kind].Select(static result => result.Rate));
            double processor = Figures.Median(results[kind].Select(static result => result.Processor));
            table.Add(
                perTrace[kind] == 1 ? "each a trace of its own" : $"{perTrace[kind]} to a trace",
                Figures.Count(median), Figures.Count(Target), Figures.Met(median >= Target),
                $"{processor * 1e6:F0} us");
        }

        table.Print(
            $"Medians of {Rounds} rounds of {Figures.Count(documents)} documents "
            + "over 4 connections, from another process");
    }

    private static (double Rate, double Processor) Measure(int documents, int perTrace)
    {
        const int WarmUp = 20_000;
        using TemporaryFile file = new();
        using ServiceProcess service = new(file.Path);
        Send(service, 0, WarmUp, perTrace);
        double before = service.ProcessorSeconds;
        double seconds = Send(service, WarmUp, documents, perTrace);
        double processor = (service.ProcessorSeconds - before) / documents;
        LocalServiceCounters counters = service.ReadCounters();
        long expected = (WarmUp + documents) / perTrace;
        return counters.Traces == expected && counters.SegmentsRejected == 0
            ? (documents / seconds, processor)
            : throw new InvalidOperationException($"{counters.Traces} traces were stored, {expected} were sent.");
    }

    private static double Send(ServiceProcess service, int from, int count, int perTrace)
    {
        using Child sender = Child.StartPart(
            "http-sender", service.Endpoint.ToString(), $"{from}", $"{count}", $"{perTrace}");
        double seconds = double.Parse(sender.Expect(), CultureInfo.InvariantCulture);
        sender.WaitForEnd();
        return seconds;
    }
}
