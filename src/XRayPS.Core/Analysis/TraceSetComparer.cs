namespace XRayPS.Core.Analysis;

/// <summary>Compares two sets of traces by group, one trace at a time, in memory that grows with the number of groups.</summary>
/// <param name="groupBy">What groups are made by; null compares all traces together only.</param>
public sealed class TraceSetComparer(string? groupBy)
{
    private readonly Dictionary<string, TalliedPair> _groups = new(StringComparer.Ordinal);
    private readonly TalliedPair _all = new();

    /// <summary>Counts a trace of the first set.</summary>
    /// <param name="trace">The whole trace.</param>
    /// <param name="groups">What it adds to its groups.</param>
    public void AddReference(TraceObservation trace, IEnumerable<TraceObservation> groups)
    {
        _all.Reference.Add(trace);
        foreach (TraceObservation observation in groups)
        {
            PairOf(observation.Group).Reference.Add(observation);
        }
    }

    /// <summary>Counts a trace of the second set.</summary>
    /// <param name="trace">The whole trace.</param>
    /// <param name="groups">What it adds to its groups.</param>
    public void AddDifference(TraceObservation trace, IEnumerable<TraceObservation> groups)
    {
        _all.Difference.Add(trace);
        foreach (TraceObservation observation in groups)
        {
            PairOf(observation.Group).Difference.Add(observation);
        }
    }

    /// <summary>All traces, then the groups: what changed most first, then the larger groups.</summary>
    public IReadOnlyList<TraceSetComparison> Build()
    {
        List<(TraceSetComparison Comparison, double Weight)> groups =
        [
            .. _groups
                .Select(group => (group.Value.Compare(groupBy, group.Key, out double weight), weight))
                .OrderByDescending(static group => group.weight)
                .ThenByDescending(static group => group.Item1.ReferenceCount + group.Item1.DifferenceCount)
                .ThenBy(static group => group.Item1.Group, StringComparer.Ordinal),
        ];
        TraceSetComparison all = _all.Compare(groupBy: null, group: null, out _);
        if (groups.Count > 0 && groups[0].Comparison.IsSignificant)
        {
            all.Statement += $" Most changed: {groups[0].Comparison.Statement}";
        }

        int small = groups.Count(static group => group.Comparison.IsTooSmall);
        if (small > 0)
        {
            all.Statement += $" {small} of {groups.Count} groups are too small to tell.";
        }

        return [all, .. groups.Select(static group => group.Comparison)];
    }

    private TalliedPair PairOf(string? group)
    {
        string key = group ?? TraceMeasure.None;
        if (!_groups.ContainsKey(key) && _groups.Count >= TraceMeasure.GroupLimit)
        {
            key = TraceMeasure.Other;
        }

        if (!_groups.TryGetValue(key, out TalliedPair? pair))
        {
            _groups[key] = pair = new TalliedPair();
        }

        return pair;
    }
}
