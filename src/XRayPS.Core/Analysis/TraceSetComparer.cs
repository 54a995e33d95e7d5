using System.Globalization;

namespace XRayPS.Core.Analysis;

/// <summary>Compares two sets of traces by group, one trace at a time, in memory that grows with the number of groups.</summary>
/// <param name="grouping">How to group; null compares all traces together.</param>
public sealed class TraceSetComparer(TraceGrouping? grouping)
{
    private readonly Dictionary<string, (TraceTally Reference, TraceTally Difference)> _groups = new(StringComparer.Ordinal);

    /// <summary>Counts a trace of the first set.</summary>
    /// <param name="summary">The trace.</param>
    public void AddReference(TraceSummary summary) => Add(summary, isReference: true);

    /// <summary>Counts a trace of the second set.</summary>
    /// <param name="summary">The trace.</param>
    public void AddDifference(TraceSummary summary) => Add(summary, isReference: false);

    /// <summary>The groups: significant differences first, then the larger groups.</summary>
    public IReadOnlyList<TraceSetComparison> Build() =>
    [
        .. _groups
            .Select(group => Compare(grouping is null ? null : group.Key, group.Value.Reference, group.Value.Difference))
            .OrderByDescending(comparison => comparison.IsSignificant)
            .ThenByDescending(comparison => comparison.ReferenceCount + comparison.DifferenceCount)
            .ThenBy(comparison => comparison.Group, StringComparer.Ordinal),
    ];

    private void Add(TraceSummary summary, bool isReference)
    {
        foreach (string? value in grouping?.KeysOf(summary) ?? [""])
        {
            string key = value ?? TraceMeasure.None;
            if (!_groups.ContainsKey(key) && _groups.Count >= TraceMeasure.GroupLimit)
            {
                key = TraceMeasure.Other;
            }

            if (!_groups.TryGetValue(key, out (TraceTally Reference, TraceTally Difference) pair))
            {
                _groups[key] = pair = (new TraceTally(), new TraceTally());
            }

            TraceTally tally = isReference ? pair.Reference : pair.Difference;
            tally.Add(summary.Status, summary.ResponseTime ?? summary.Duration, summary.StartTime);
        }
    }

    private TraceSetComparison Compare(string? group, TraceTally reference, TraceTally difference)
    {
        bool both = reference.Count > 0 && difference.Count > 0;
        TraceSetComparison comparison = new()
        {
            Group = group,
            ReferenceCount = reference.Count,
            DifferenceCount = difference.Count,
            Reference = reference.Count == 0 ? null : reference.Measure(grouping?.Name, group),
            Difference = difference.Count == 0 ? null : difference.Measure(grouping?.Name, group),
        };
        if (!both)
        {
            comparison.IsSignificant = Math.Max(reference.Count, difference.Count) >= Significance.LeastSample;
            comparison.Statement = $"{Label(group)} is only in the {(reference.Count == 0 ? "second" : "first")} set "
                + $"({reference.Count + difference.Count} traces).";
            return comparison;
        }

        comparison.P50Delta = Delta(reference, difference, 0.5);
        comparison.P90Delta = Delta(reference, difference, 0.9);
        comparison.P99Delta = Delta(reference, difference, 0.99);
        comparison.FailureRateDelta = Math.Round(Share(difference) - Share(reference), 6);
        List<string> changes = [.. Changes(reference, difference)];
        comparison.IsSignificant = changes.Count > 0;
        comparison.Statement = changes.Count > 0
            ? $"{Label(group)}: {string.Join("; ", changes)}."
            : Undecided(group, reference, difference);
        return comparison;
    }

    /// <summary>What is more than chance, the largest relative change first.</summary>
    private static IEnumerable<string> Changes(TraceTally reference, TraceTally difference)
    {
        List<(double Weight, string Text)> changes = [];
        if (Significance.SharesDiffer(reference.Failures, reference.Count, difference.Failures, difference.Count))
        {
            double before = Share(reference);
            double after = Share(difference);
            string word = after > before ? "rose" : "fell";
            changes.Add((Math.Abs(after - before) / Math.Max(Math.Max(before, after), 1e-9),
                string.Create(CultureInfo.InvariantCulture, $"failures {word} from {before:P1} to {after:P1}")));
        }

        foreach (double q in new[] { 0.5, 0.9, 0.99 })
        {
            if (!Significance.QuantilesDiffer(reference.Times, difference.Times, q))
            {
                continue;
            }

            double before = reference.Times.Quantile(q);
            double after = difference.Times.Quantile(q);
            string word = after > before ? "rose" : "fell";
            changes.Add((Math.Abs(after - before) / Math.Max(Math.Max(before, after), 1e-9),
                string.Create(CultureInfo.InvariantCulture, $"p{q * 100:0} {word} from {before:0.###} s to {after:0.###} s")));
        }

        return changes.OrderByDescending(change => change.Weight).Select(change => change.Text);
    }

    private static string Undecided(string? group, TraceTally reference, TraceTally difference)
    {
        long least = Math.Min(reference.Count, difference.Count);
        return least < Significance.LeastSample
            ? $"{Label(group)}: too few traces to tell ({reference.Count} against {difference.Count}; {Significance.LeastSample} each are needed)."
            : $"{Label(group)}: no difference beyond chance ({reference.Count} against {difference.Count} traces).";
    }

    private static double Share(TraceTally tally) => (double)tally.Failures / tally.Count;

    private static double? Delta(TraceTally reference, TraceTally difference, double q) =>
        reference.Times.Count == 0 || difference.Times.Count == 0
            ? null
            : Math.Round(difference.Times.Quantile(q) - reference.Times.Quantile(q), 6);

    private static string Label(string? group) => group ?? "All traces";
}
