namespace XRayPS.Local.Storage;

/// <summary>Stores summaries that were made outside of the transaction.</summary>
internal sealed class SummaryJob(
    IReadOnlyList<(long Key, long Mark)> traces, IReadOnlyList<SummaryRow?> summaries, PendingTraces pending) : WriteJob
{
    internal override int Weight => traces.Count;

    internal override void Apply(Session session)
    {
        for (int i = 0; i < traces.Count; i++)
        {
            // A document that came in between makes a summary old before it is stored: the next round makes another.
            if (summaries[i] is { } summary && pending.IsCurrent(traces[i].Key, traces[i].Mark))
            {
                Store(session, traces[i].Key, summary);
            }
        }
    }

    private static void Store(Session session, long key, SummaryRow summary)
    {
        int found = session.Execute(
            "UPDATE traces SET stale = 0, start = $2, first_end = $3, last_end = $4, last_received = $5 WHERE key = $1",
            key, summary.Start, summary.FirstEnd, summary.LastEnd, summary.LastReceived);
        if (found == 1)
        {
            session.Execute("INSERT OR REPLACE INTO summaries(trace, body, ends) VALUES($1, $2, $3)", key, summary.Body, summary.Ends);
        }
    }
}
