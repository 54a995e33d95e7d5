using System.Globalization;

namespace XRayPS.Core.Analysis;

/// <summary>A group in two sets of traces, and a sentence on how the second differs.</summary>
internal sealed class TalliedPair
{
    internal TraceTally Reference { get; } = new();

    internal TraceTally Difference { get; } = new();

    private long Least => Math.Min(Reference.Count, Difference.Count);

    /// <summary>The comparison.</summary>
    /// <param name="groupBy">What groups are made by.</param>
    /// <param name="group">The group's value; null for all traces.</param>
    /// <param name="weight">The largest relative change that is more than chance, 0 to 1; 0 where there is none.</param>
    internal TraceSetComparison Compare(string? groupBy, string? group, out double weight)
    {
        string label = group ?? "All traces";
        weight = 0;
        TraceSetComparison comparison = new()
        {
            Group = group,
            ReferenceCount = Reference.Count,
            DifferenceCount = Difference.Count,
            IsTooSmall = Least < Significance.LeastSample,
            Reference = Reference.Count == 0 ? null : Reference.Measure(groupBy, group),
            Difference = Difference.Count == 0 ? null : Difference.Measure(groupBy, group),
        };
        if (Least == 0)
        {
            long count = Reference.Count + Difference.Count;
            comparison.IsSignificant = count >= Significance.LeastSample;
            comparison.IsTooSmall = !comparison.IsSignificant;
            comparison.Statement = count == 0
                ? $"{label}: there is nothing to compare."
                : $"{label}: only in the {(Reference.Count == 0 ? "second" : "first")} set ({count}).";
            weight = comparison.IsSignificant ? 1 : 0;
            return comparison;
        }

        comparison.P50Delta = Delta(0.5);
        comparison.P90Delta = Delta(0.9);
        comparison.P99Delta = Delta(0.99);
        comparison.FailureRateDelta = Math.Round(Share(Difference) - Share(Reference), 6);
        List<(double Weight, string Text)> changes = [.. Changes().OrderByDescending(static change => change.Weight)];
        comparison.IsSignificant = changes.Count > 0;
        weight = changes.Count > 0 ? changes[0].Weight : 0;
        string counts = string.Create(CultureInfo.InvariantCulture, $"{Reference.Count} against {Difference.Count}");
        comparison.Statement = changes.Count > 0
            ? $"{label}: {string.Join("; ", changes.Select(static change => change.Text))} ({counts})."
            : comparison.IsTooSmall
                ? $"{label}: too few to tell ({counts}; {Significance.LeastSample} each are needed)."
                : $"{label}: no difference beyond chance ({counts}).";
        return comparison;
    }

    /// <summary>What is more than chance, each with its change as a share of the larger value.</summary>
    private IEnumerable<(double Weight, string Text)> Changes()
    {
        if (Significance.SharesDiffer(Reference.Failures, Reference.Count, Difference.Failures, Difference.Count))
        {
            (double before, double after) = (Share(Reference), Share(Difference));
            yield return (Weight(before, after), string.Create(
                CultureInfo.InvariantCulture,
                $"failures {Word(before, after)} from {before * 100:0.##}% to {after * 100:0.##}%"));
        }

        foreach (double q in new[] { 0.5, 0.9, 0.99 })
        {
            if (Significance.QuantilesDiffer(Reference.Times, Difference.Times, q))
            {
                (double before, double after) = (Reference.Times.Quantile(q), Difference.Times.Quantile(q));
                yield return (Weight(before, after), string.Create(
                    CultureInfo.InvariantCulture,
                    $"p{q * 100:0} {Word(before, after)} from {SecondsText.Of(before)} to {SecondsText.Of(after)}"));
            }
        }
    }

    private double? Delta(double q) => Reference.Times.Count == 0 || Difference.Times.Count == 0
        ? null
        : Math.Round(Difference.Times.Quantile(q) - Reference.Times.Quantile(q), 6);

    private static double Share(TraceTally tally) => (double)tally.Failures / tally.Count;

    private static double Weight(double before, double after) =>
        Math.Abs(after - before) / Math.Max(Math.Max(before, after), 1e-9);

    private static string Word(double before, double after) => after > before ? "rose" : "fell";
}
