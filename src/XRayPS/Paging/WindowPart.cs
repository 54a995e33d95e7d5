namespace XRayPS.Paging;

/// <summary>A part of a window that is read by a chain of tokens of its own.</summary>
/// <param name="Window">The part.</param>
/// <param name="Start">The service's token to start at; null for its first page.</param>
/// <param name="Offset">Items of that page that are done with.</param>
internal sealed record WindowPart(TimeWindow Window, string? Start, int Offset)
{
    /// <summary>
    /// Parts for one reader: each chain of tokens is read by one, and the latest part is written first, so that a reader
    /// that is ahead must wait. More and shorter parts even out where the traces are.
    /// </summary>
    private const int PerReader = 8;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The parts of a query, the latest first.</summary>
    /// <param name="token">Where the query goes on, or null.</param>
    /// <param name="window">The window of the token, or of the query.</param>
    /// <param name="readers">How many parts are read at the same time.</param>
    internal static IReadOnlyList<WindowPart> Of(PageToken? token, TimeWindow window, int readers) =>
        Of(token, window, whole => Split(whole, readers));

    /// <summary>The parts of a query that are cut in a way of their own, the latest first.</summary>
    /// <param name="token">Where the query goes on, or null.</param>
    /// <param name="window">The window of the token, or of the query.</param>
    /// <param name="split">Cuts a window.</param>
    internal static IReadOnlyList<WindowPart> Of(
        PageToken? token, TimeWindow window, Func<TimeWindow, IReadOnlyList<WindowPart>> split)
    {
        if (token is null)
        {
            return split(window);
        }

        WindowPart first = new(window, token.Service, token.Offset);
        return token.BeginTime is { } begin && begin < window.Start
            ? [first, .. split(new TimeWindow(begin, window.Start))]
            : [first];
    }

    private static IReadOnlyList<WindowPart> Split(TimeWindow window, int readers)
    {
        long length = (window.End - window.Start).Ticks;
        long count = readers == 1 ? 1 : Math.Clamp(length / Shortest.Ticks, 1, readers * PerReader);
        List<WindowPart> parts = [];
        DateTimeOffset end = window.End;
        for (long i = count - 1; i >= 0; i--)
        {
            // X-Ray's times have whole microseconds: a boundary between them would count a trace twice, or not at all.
            long ticks = (long)(length * (Int128)i / count);
            DateTimeOffset start = window.Start + TimeSpan.FromTicks(ticks - ticks % TimeSpan.TicksPerMicrosecond);
            parts.Add(new WindowPart(new TimeWindow(start, end), null, 0));
            end = start;
        }

        return parts;
    }
}
