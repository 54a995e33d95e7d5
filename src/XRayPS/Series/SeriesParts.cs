using XRayPS.Paging;

namespace XRayPS.Series;

/// <summary>
/// Cuts the window of a time series into parts of six hours, the longest that X-Ray's console asks for; what the API
/// takes is not published. A part begins a minute after five minutes of the clock: the minutes that an interval of five
/// joins stay in one part, and no interval is told twice.
/// </summary>
internal static class SeriesParts
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>The parts, the latest first.</summary>
    /// <param name="window">The window.</param>
    internal static IReadOnlyList<WindowPart> Of(TimeWindow window)
    {
        List<WindowPart> parts = [];
        DateTimeOffset end = window.End;
        while (end - window.Start > Longest)
        {
            long latest = (end - Longest).UtcTicks;
            DateTimeOffset block = new(latest - latest % Interval.Ticks, TimeSpan.Zero);
            DateTimeOffset start = block + Interval + TimeSpan.FromMinutes(1);
            parts.Add(new WindowPart(new TimeWindow(start, end), null, 0));
            end = start;
        }

        parts.Add(new WindowPart(new TimeWindow(window.Start, end), null, 0));
        return parts;
    }
}
