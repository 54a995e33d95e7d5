using XRayPS.Core.Documents;

namespace XRayPS.Local.Storage;

/// <summary>A document that was read and found good, on its way into the store.</summary>
/// <param name="Document">The tree.</param>
/// <param name="Body">The text as it came, UTF-8.</param>
/// <param name="ReceivedAt">When it came.</param>
internal readonly record struct Arrival(SegmentDocument Document, byte[] Body, DateTimeOffset ReceivedAt);

/// <summary>Adds the documents of one call.</summary>
internal sealed class AppendJob(IReadOnlyList<Arrival> arrivals, long call, Indexer indexer) : WriteJob
{
    private readonly List<long> _keys = [];

    internal override int Weight => arrivals.Count;

    /// <summary>Traces that were not there before.</summary>
    internal int NewTraces { get; private set; }

    internal override void Apply(Session session)
    {
        foreach (Arrival arrival in arrivals)
        {
            long received = arrival.ReceivedAt.UtcTicks;
            string id = arrival.Document.TraceId!;
            long? known = (long?)session.Scalar("SELECT key FROM traces WHERE id = $1", id);
            long key;
            if (known is null)
            {
                key = (long)session.Scalar("INSERT INTO traces(id, last_received) VALUES($1, $2) RETURNING key", id, received)!;
                NewTraces++;
            }
            else
            {
                key = known.Value;
                session.Execute("UPDATE traces SET stale = 1, last_received = max(last_received, $2) WHERE key = $1", key, received);
            }

            session.Execute(
                "INSERT INTO documents(trace, received, call, body) VALUES($1, $2, $3, $4)", key, received, call, arrival.Body);
            _keys.Add(key);
            indexer.Mark(key, known is null, new ReceivedDocument(arrival.Document, arrival.ReceivedAt, call));
        }
    }

    internal override void Undo()
    {
        indexer.Distrust(_keys);
        _keys.Clear();
        NewTraces = 0;
    }
}
