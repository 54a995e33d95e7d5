using System.Runtime.InteropServices;

namespace XRayPS.Bench.Support;

/// <summary>What the figures were measured on, and how busy it was with other things.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";

    internal static void Print()
    {
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        Console.WriteLine(
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores"
            + $" ({Processor()}), {memory >> 30} GiB, {RuntimeInformation.FrameworkDescription}");
        if (File.Exists(LoadFile))
        {
            Console.WriteLine($"load before: {File.ReadAllText(LoadFile).Trim()}");
        }
    }

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        return System.IO.File.Exists(File)
            ? System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':', 2)[1].Trim() ?? "unknown"
            : "unknown";
    }
}
