namespace XRayPS.Local.Storage;

/// <summary>Stores summaries that were made outside of the transaction.</summary>
internal sealed class SummaryJob(IReadOnlyList<SummaryRow> rows, PendingTraces pending) : WriteJob
{
    internal override int Weight => rows.Count;

    internal override void Apply(Session session)
    {
        foreach (SummaryRow row in rows)
        {
            // A document that came in between makes this summary old before it is stored: the next round makes another.
            if (!pending.IsCurrent(row.Key, row.Mark))
            {
                continue;
            }

            int found = session.Execute(
                "UPDATE traces SET stale = 0, start = $2, first_end = $3, last_end = $4, last_received = $5 WHERE key = $1",
                row.Key, row.Start, row.FirstEnd, row.LastEnd, row.LastReceived);
            if (found == 1)
            {
                session.Execute(
                    "INSERT OR REPLACE INTO summaries(trace, body, ends) VALUES($1, $2, $3)", row.Key, row.Body, row.Ends);
            }
        }
    }
}
