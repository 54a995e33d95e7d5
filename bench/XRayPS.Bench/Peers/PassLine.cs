using System.Globalization;

namespace XRayPS.Bench.Peers;

/// <summary>What a peer says of one pass over all pages.</summary>
/// <param name="Count">Summaries received; for the bare read, bytes.</param>
/// <param name="Last">The id of the last summary.</param>
/// <param name="Seconds">From the first request to the last summary.</param>
/// <param name="First">From the first request to the first summary, in seconds.</param>
internal sealed record PassLine(long Count, string Last, double Seconds, double First)
{
    private const string Word = "pass";

    internal static void Write(long count, string last, double seconds, double first) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Word} {count} {last} {seconds:R} {first:R}"));

    /// <summary>Reads a line; null when it is another.</summary>
    internal static PassLine? Read(string line)
    {
        string[] parts = line.Split(' ');
        return parts.Length == 5 && parts[0] == Word
            ? new PassLine(
                long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2],
                double.Parse(parts[3], CultureInfo.InvariantCulture),
                double.Parse(parts[4], CultureInfo.InvariantCulture))
            : null;
    }
}
