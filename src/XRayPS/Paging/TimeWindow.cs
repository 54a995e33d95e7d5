namespace XRayPS.Paging;

/// <summary>A window of time, start inclusive, end exclusive.</summary>
/// <param name="Start">The start.</param>
/// <param name="End">The end.</param>
internal readonly record struct TimeWindow(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>What queries look at when nobody says a time.</summary>
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(15);

    /// <summary>A window whose both ends are known, or null.</summary>
    /// <param name="start">The start.</param>
    /// <param name="end">The end.</param>
    internal static TimeWindow? Known(DateTimeOffset? start, DateTimeOffset? end) =>
        start is { } from && end is { } until ? new TimeWindow(from, until) : null;

    /// <summary>The window of what was said.</summary>
    /// <param name="start">-StartTime.</param>
    /// <param name="end">-EndTime.</param>
    /// <param name="last">-Last; not together with a start.</param>
    /// <param name="now">The present.</param>
    internal static TimeWindow Of(DateTimeOffset? start, DateTimeOffset? end, TimeSpan? last, DateTimeOffset now)
    {
        DateTimeOffset until = end ?? now;
        TimeSpan span = last ?? Default;

        // A span that reaches beyond the calendar means "everything".
        DateTimeOffset from = span.Ticks < until.UtcTicks ? until - span : DateTimeOffset.MinValue;
        return new TimeWindow(start ?? from, until);
    }
}
