using System.Diagnostics;
using System.Globalization;
using XRayPS.Bench.Support;

namespace XRayPS.Bench.Engine;

/// <summary>How long the module takes to import, and the local service to start.</summary>
internal static class EngineStart
{
    private const int WarmImports = 10;
    private const int WarmStarts = 5;
    private const string Quiet = " -InformationAction Ignore";
    private const string StartService = "$null = Start-XRayLocalService -Port 0 -DaemonPort 0" + Quiet;
    private const string StartDemo = "$null = Start-XRayLocalService -Port 0 -DaemonPort 0 -Demo" + Quiet;
    private const string StopService = "Stop-XRayLocalService" + Quiet;

    private static readonly (string Key, string Name, double? Target)[] Measures =
    [
        ("import-first", "Import-Module, first in the process", null),
        ("import-warm", "Import-Module, warm process", 25),
        ("start-first", "Start-XRayLocalService, first in the process", 300),
        ("start-warm", "Start-XRayLocalService, warm process", 300),
        ("start-demo", "Start-XRayLocalService -Demo, warm process", null),
    ];

    internal static void Run(int rounds)
    {
        List<Dictionary<string, double>> all = [];
        for (int round = 0; round < rounds; round++)
        {
            using Child child = Child.StartPart("engine-start");
            Dictionary<string, double> values = [];
            while (child.ReadLine() is { } line)
            {
                string[] parts = line.Split(' ');
                values[parts[0]] = double.Parse(parts[1], CultureInfo.InvariantCulture);
            }

            child.WaitForEnd();
            all.Add(values);
        }

        Table table = new("in the hosted engine", "median", "target", "met");
        foreach ((string key, string name, double? target) in Measures)
        {
            double median = Figures.Median(all.Select(values => values[key]));
            table.Add(
                name, Figures.Milliseconds(median),
                target is { } most ? Figures.Milliseconds(most) : "",
                target is null ? "" : Figures.Met(median <= target));
        }

        table.Print($"Medians of {rounds} processes");
    }

    /// <summary>One process's figures.</summary>
    internal static void RunPart()
    {
        using HostedEngine first = new();
        Say("import-first", Time(first.ImportModule));
        Say("import-warm", Figures.Median(Enumerable.Range(0, WarmImports).Select(_ =>
        {
            using HostedEngine other = new();
            return Time(other.ImportModule);
        })));
        using HostedEngine engine = HostedEngine.WithModule();
        Say("start-first", Start(engine, StartService));
        Say("start-warm", Figures.Median(Enumerable.Range(0, WarmStarts).Select(_ => Start(engine, StartService))));
        Start(engine, StartDemo);
        Say("start-demo", Start(engine, StartDemo));
    }

    private static double Start(HostedEngine engine, string script)
    {
        double time = Time(() => engine.Run(script));
        engine.Run(StopService);
        return time;
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Say(string key, double milliseconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key} {milliseconds:R}"));
}
