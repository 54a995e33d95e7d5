using XRayPS.Core.Analysis;

namespace XRayPS.Core.Rendering;

/// <summary>A line of a waterfall: one entry, or several equal siblings.</summary>
/// <param name="Entries">The entry, or the equal siblings by start.</param>
/// <param name="Depth">Number of callers above.</param>
/// <param name="LastAt">For this line and each above it, the last one first: whether no sibling follows.</param>
/// <param name="HasChildren">Whether lines of its own children follow.</param>
internal sealed record WaterfallRow(IReadOnlyList<TimelineEntry> Entries, int Depth, LastFlags LastAt, bool HasChildren)
{
    internal TimelineEntry First => Entries[0];

    internal bool IsFolded => Entries.Count > 1;

    internal bool IsOnCriticalPath => Entries.Any(entry => entry.IsOnCriticalPath);

    /// <summary>Seconds of all entries together; null while one is in progress.</summary>
    internal double? Duration =>
        Entries.Any(entry => entry.InProgress) ? null : Entries.Sum(entry => entry.Document.Duration ?? 0);
}

/// <summary>Whether an entry is the last of its siblings, and the same of its callers: a list that shares its tail.</summary>
/// <param name="IsLast">Whether no sibling follows.</param>
/// <param name="Above">The caller's; null for roots.</param>
internal sealed record LastFlags(bool IsLast, LastFlags? Above);
