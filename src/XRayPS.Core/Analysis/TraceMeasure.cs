namespace XRayPS.Core.Analysis;

/// <summary>Measures any number of traces by group, in memory that grows with the number of groups only.</summary>
/// <param name="grouping">How to group; null measures all traces together.</param>
public sealed class TraceMeasure(TraceGrouping? grouping)
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

    /// <summary>Counts a trace.</summary>
    /// <param name="summary">The trace.</param>
    public void Add(TraceSummary summary)
    {
        if (grouping is null)
        {
            Count("", summary);
            return;
        }

        foreach (string? key in grouping.KeysOf(summary))
        {
            Count(key ?? None, summary);
        }
    }

    /// <summary>The groups, the largest first.</summary>
    public IEnumerable<TraceMeasurement> Build() => _groups
        .OrderByDescending(group => group.Value.Count)
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Value.Measure(grouping?.Name, grouping is null ? null : group.Key));

    private void Count(string key, TraceSummary summary)
    {
        if (!_groups.TryGetValue(key, out TraceTally? tally))
        {
            if (_groups.Count >= GroupLimit && key != Other)
            {
                IsCapped = true;
                Count(Other, summary);
                return;
            }

            _groups[key] = tally = new TraceTally();
        }

        tally.Add(summary.Status, summary.ResponseTime ?? summary.Duration, summary.StartTime);
    }
}
