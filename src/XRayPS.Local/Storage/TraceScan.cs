namespace XRayPS.Local.Storage;

/// <summary>By which time traces are listed.</summary>
internal enum TraceOrder
{
    /// <summary>The start of the trace.</summary>
    Start,

    /// <summary>The last receipt.</summary>
    Receipt,

    /// <summary>The end of the segment that ended last; a trace is in the window when any segment ended in it.</summary>
    End,
}

/// <summary>The place behind a trace in a list, newest first.</summary>
internal readonly record struct ScanPlace(long Position, string Id);

/// <summary>A window of traces, newest first, then by id. Instants are UTC ticks, the end is exclusive.</summary>
internal sealed record TraceScan(TraceOrder Order, long From, long To)
{
    /// <summary>The first place that can be answered: behind the given one, but never after the window.</summary>
    internal ScanPlace Begin(ScanPlace? behind)
    {
        long last = Order == TraceOrder.End ? long.MaxValue : To - 1;
        return behind is { } place && place.Position <= last ? place : new ScanPlace(last, "");
    }

    /// <summary>Start of the window.</summary>
    internal DateTimeOffset Start => new(Math.Clamp(From, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);

    // The place of a page is the bound of the index, so that the hundredth page costs what the first does.
    internal string Sql => Order switch
    {
        TraceOrder.Start => """
            SELECT t.key, t.id, t.start, t.last_received, s.body, s.ends
            FROM traces t JOIN summaries s ON s.trace = t.key
            WHERE t.start >= $1 AND t.start <= $3 AND (t.start < $3 OR t.id > $4) AND t.last_received >= $6 AND $2 > $1
            ORDER BY t.start DESC, t.id LIMIT $5
            """,
        TraceOrder.Receipt => """
            SELECT t.key, t.id, t.last_received, t.last_received, s.body, s.ends
            FROM traces t JOIN summaries s ON s.trace = t.key
            WHERE t.last_received >= $1 AND t.last_received <= $3
              AND (t.last_received < $3 OR t.id > $4) AND t.last_received >= $6 AND $2 > $1
            ORDER BY t.last_received DESC, t.id LIMIT $5
            """,
        _ => """
            SELECT t.key, t.id, t.last_end, t.last_received, s.body, s.ends
            FROM traces t JOIN summaries s ON s.trace = t.key
            WHERE t.last_end >= $1 AND t.first_end < $2 AND t.last_end <= $3
              AND (t.last_end < $3 OR t.id > $4) AND t.last_received >= $6
            ORDER BY t.last_end DESC, t.id LIMIT $5
            """,
    };
}
