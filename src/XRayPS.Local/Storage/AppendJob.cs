namespace XRayPS.Local.Storage;

/// <summary>Adds the documents of one call.</summary>
internal sealed class AppendJob(IReadOnlyList<TraceArrival> arrivals, long call, PendingTraces pending) : WriteJob
{
    internal override int Weight => arrivals.Count;

    /// <summary>Traces that were not there before.</summary>
    internal int NewTraces { get; private set; }

    internal override void Apply(Session session)
    {
        NewTraces = 0;
        foreach (TraceArrival arrival in arrivals)
        {
            long received = arrival.ReceivedAt.UtcTicks;
            long key = Insert(session, arrival) ?? Extend(session, arrival.Id, received);
            foreach (byte[] body in arrival.Bodies)
            {
                session.Execute("INSERT INTO documents(trace, received, call, body) VALUES($1, $2, $3, $4)", key, received, call, body);
            }
        }
    }

    /// <summary>Adds a trace with its summary; null when it is there already.</summary>
    private long? Insert(Session session, TraceArrival arrival)
    {
        SummaryRow summary = arrival.Summary;
        object? key = session.Scalar(
            """
            INSERT INTO traces(id, last_received, stale, start, first_end, last_end) VALUES($1, $2, 0, $3, $4, $5)
            ON CONFLICT(id) DO NOTHING RETURNING key
            """,
            arrival.Id, summary.LastReceived, summary.Start, summary.FirstEnd, summary.LastEnd);
        if (key is null)
        {
            return null;
        }

        NewTraces++;
        session.Execute("INSERT INTO summaries(trace, body, ends) VALUES($1, $2, $3)", key, summary.Body, summary.Ends);
        return (long)key;
    }

    /// <summary>The trace has grown: its summary has to be made again of all its documents.</summary>
    private long Extend(Session session, string id, long received)
    {
        long key = (long)session.Scalar(
            "UPDATE traces SET stale = 1, last_received = max(last_received, $2) WHERE id = $1 RETURNING key", id, received)!;
        pending.Mark(key);
        return key;
    }
}
