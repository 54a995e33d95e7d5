using System.Globalization;
using XRayPS.Bench.Ingestion;
using XRayPS.Bench.Support;

namespace XRayPS.Bench.Engine;

/// <summary>What a block costs whoever runs it by Trace-XRayCommand, sending included.</summary>
internal static class BlockCost
{
    private const int Rounds = 5;

    private static readonly (string Name, string Body, double? Target)[] Blocks =
    [
        ("& { }, not traced", "foreach ($i in 1..$Count) { & { } }", null),
        ("Trace-XRayCommand, sent to the API", "foreach ($i in 1..$Count) { Trace-XRayCommand bench { } }", 1),
        ("Trace-XRayCommand -Daemon", "foreach ($i in 1..$Count) { Trace-XRayCommand bench { } -Daemon }", 1),
        ("Trace-XRayCommand -Sampled Never",
            "foreach ($i in 1..$Count) { Trace-XRayCommand bench { } -Sampled Never }", 1),
        ("Trace-XRayCommand inside a traced block, 50 to a trace",
            """
            foreach ($j in 1..($Count / 50)) {
                Trace-XRayCommand outer { foreach ($i in 1..50) { Trace-XRayCommand inner { } } }
            }
            """, 1),
    ];

    internal static void Run(int blocks)
    {
        using TemporaryFile file = new();
        using ServiceProcess service = new(file.Path);
        Environment.SetEnvironmentVariable("AWS_XRAY_DAEMON_ADDRESS", $"127.0.0.1:{service.DatagramPort}");
        using HostedEngine engine = HostedEngine.WithModule();
        engine.Run("param($Endpoint) $null = Connect-XRay -EndpointUrl $Endpoint", service.Endpoint.ToString());
        Dictionary<string, List<double>> times = Blocks.ToDictionary(
            static block => block.Name, static _ => new List<double>());
        for (int round = 0; round <= Rounds; round++)
        {
            foreach ((string name, string body, _) in Blocks)
            {
                double time = Time(engine, body, blocks);
                if (round > 0)
                {
                    times[name].Add(time);
                }
            }
        }

        service.WaitUntilStored();
        long expected = (Rounds + 1) * ((2 * blocks) + (blocks / 50));
        if (service.ReadCounters().Traces != expected)
        {
            throw new InvalidOperationException(
                $"{service.ReadCounters().Traces} traces were stored, {expected} were sent.");
        }

        Table table = new("a block, on the caller's side", "median", "target", "met");
        foreach ((string name, _, double? target) in Blocks)
        {
            double median = Figures.Median(times[name]);
            table.Add(
                name, median.ToString("0.000 ms", CultureInfo.InvariantCulture),
                target is null ? "" : "1 ms", target is null ? "" : Figures.Met(median <= target));
        }

        table.Print($"Medians of {Rounds} rounds of {blocks} blocks; every trace was found stored");
    }

    private static double Time(HostedEngine engine, string body, int blocks) =>
        (double)engine.Run(
            $"""
            param($Count)
            $watch = [Diagnostics.Stopwatch]::StartNew()
            {body}
            $watch.Elapsed.TotalMilliseconds / $Count
            """,
            blocks)[0].BaseObject;
}
