namespace XRayPS.Core.Analysis;

/// <summary>One count: what a trace, or a piece of work inside it, adds to a group.</summary>
/// <param name="Group">The group's value; null for no value.</param>
/// <param name="Status">The outcome.</param>
/// <param name="Seconds">How long it took; null while it is not complete.</param>
/// <param name="Start">When it started.</param>
/// <param name="SelfSeconds">How long it worked itself, without what it called; null where that is not known.</param>
public readonly record struct TraceObservation(
    string? Group, TraceStatus Status, double? Seconds, DateTimeOffset? Start, double? SelfSeconds = null)
{
    /// <summary>A whole trace, by the outcome and the response time of its root.</summary>
    /// <param name="summary">The trace.</param>
    /// <param name="group">The group's value.</param>
    public static TraceObservation Of(TraceSummary summary, string? group = null) =>
        new(group, summary.Status, summary.ResponseTime ?? summary.Duration, summary.StartTime);
}
