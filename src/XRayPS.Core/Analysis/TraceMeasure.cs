namespace XRayPS.Core.Analysis;

/// <summary>Measures any number of traces by group, in memory that grows with the number of groups only.</summary>
/// <param name="groupBy">What groups are made by; null measures all traces together.</param>
public sealed class TraceMeasure(string? groupBy)
{
    /// <summary>More groups than this are counted together, so that grouping by a unique value ends in bounded memory.</summary>
    public const int GroupLimit = 10_000;

    /// <summary>The group of what did not fit.</summary>
    public const string Other = "(other)";

    /// <summary>The group of traces without a value.</summary>
    public const string None = "(none)";

    private readonly Dictionary<string, TraceTally> _groups = new(StringComparer.Ordinal);

    /// <summary>Whether groups were put together in <see cref="Other"/>.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>Counts a trace, or a piece of work.</summary>
    /// <param name="observation">What it adds.</param>
    public void Add(TraceObservation observation)
    {
        string key = observation.Group ?? None;
        if (!_groups.TryGetValue(key, out TraceTally? tally))
        {
            if (_groups.Count >= GroupLimit && key != Other)
            {
                IsCapped = true;
                Add(observation with { Group = Other });
                return;
            }

            _groups[key] = tally = new TraceTally();
        }

        tally.Add(observation);
    }

    /// <summary>The groups, the largest first.</summary>
    public IEnumerable<TraceMeasurement> Build() => _groups
        .OrderByDescending(group => group.Value.Count)
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Value.Measure(groupBy, groupBy is null ? null : group.Key));
}
