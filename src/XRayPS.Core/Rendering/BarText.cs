using System.Globalization;

namespace XRayPS.Core.Rendering;

/// <summary>Bars and small histograms in the cells of a table.</summary>
public static class BarText
{
    /// <summary>The axis of <see cref="Spark"/>: the shortest and the longest duration, seconds.</summary>
    public const double SparkFrom = 0.001;

    /// <summary>The longest duration on the axis of <see cref="Spark"/>, seconds.</summary>
    public const double SparkTo = 100;

    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>A stretch of an axis: blanks before it, at least one cell for itself.</summary>
    /// <param name="from">Where it starts, 0 to 1.</param>
    /// <param name="to">Where it ends, 0 to 1.</param>
    /// <param name="width">Cells of the whole axis.</param>
    public static string Stretch(double from, double to, int width)
    {
        int first = Math.Clamp((int)Math.Floor(from * width), 0, width - 1);
        int last = Math.Clamp((int)Math.Round(to * width), first + 1, width);
        return new string(' ', first) + new string('█', last - first);
    }

    /// <summary>
    /// Response times as columns on an axis that is the same for all: equal ratios from a millisecond to a hundred seconds.
    /// The most frequent has full height; what lies outside counts into the first or last column.
    /// </summary>
    /// <param name="histogram">The histogram.</param>
    /// <param name="width">Number of columns.</param>
    public static string Spark(IEnumerable<HistogramEntry> histogram, int width)
    {
        long[] counts = new long[width];
        double ratio = Math.Log(SparkTo / SparkFrom);
        foreach (HistogramEntry entry in histogram.Where(static entry => entry.Value is not null))
        {
            double at = Math.Log(Math.Max(entry.Value!.Value, SparkFrom) / SparkFrom) / ratio;
            counts[Math.Clamp((int)(at * width), 0, width - 1)] += entry.Count ?? 0;
        }

        long most = Math.Max(counts.Max(), 1);
        return string.Concat(counts.Select(count =>
            count == 0 ? ' ' : Levels[(int)Math.Ceiling((double)count / most * Levels.Length) - 1]));
    }

    /// <summary>A line for each bin: its value, a bar and its count.</summary>
    /// <param name="histogram">The histogram.</param>
    /// <param name="width">Cells of the longest bar.</param>
    public static IEnumerable<string> Lines(IReadOnlyCollection<HistogramEntry> histogram, int width)
    {
        int most = Math.Max(histogram.Select(static entry => entry.Count ?? 0).DefaultIfEmpty().Max(), 1);
        foreach (HistogramEntry entry in histogram)
        {
            int cells = Math.Max(1, (int)Math.Round((double)(entry.Count ?? 0) / most * width));
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{DurationText.Format(entry.Value),8} {new string('█', cells)} {entry.Count}");
        }
    }
}
