using System.Globalization;

namespace XRayPS.Bench.Support;

/// <summary>Medians, and figures as text.</summary>
internal static class Figures
{
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    internal static string Seconds(double value) => value.ToString("0.00 s", CultureInfo.InvariantCulture);

    internal static string Milliseconds(double value) =>
        value.ToString(value < 10 ? "0.00 ms" : "0 ms", CultureInfo.InvariantCulture);

    internal static string Times(double value) => value.ToString("0.0 x", CultureInfo.InvariantCulture);

    internal static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    internal static string Mebibytes(double value) => value.ToString("0 MiB", CultureInfo.InvariantCulture);

    /// <summary>Whether a target was met, as a word.</summary>
    internal static string Met(bool met) => met ? "yes" : "no";
}
