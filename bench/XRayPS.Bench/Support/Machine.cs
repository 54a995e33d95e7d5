using System.Runtime.InteropServices;

namespace XRayPS.Bench.Support;

/// <summary>What the figures were measured on, and how busy it was with other things.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";
    private const string ProcessorFile = "/proc/cpuinfo";

    internal static void Print()
    {
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        Console.WriteLine(
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, "
            + $"{Environment.ProcessorCount} cores ({Processor()}), {memory >> 30} GiB, "
            + $"{RuntimeInformation.FrameworkDescription}");
        if (File.Exists(LoadFile))
        {
            Console.WriteLine($"load before: {File.ReadAllText(LoadFile).Trim()}");
        }
    }

    private static string Processor()
    {
        string? line = !File.Exists(ProcessorFile)
            ? null
            : File.ReadLines(ProcessorFile)
                .FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?.Split(':', 2)[1].Trim() ?? "unknown";
    }
}
