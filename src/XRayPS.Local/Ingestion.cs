using XRayPS.Core.Documents;
using XRayPS.Local.Storage;

namespace XRayPS.Local;

/// <summary>The one way into the store, for the API and for datagrams: read, check, stamp with the time, store.</summary>
internal sealed class Ingestion(TraceStore store, Counters counters, TimeProvider clock)
{
    /// <summary>Takes the documents of one call. What was refused is answered, in the order of the documents.</summary>
    /// <param name="documents">Documents, UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait for room, not the storing.</param>
    /// <param name="after">What has to be stored before; reading and checking does not wait for it.</param>
    internal async Task<IReadOnlyList<UnprocessedTraceSegment>> TakeAsync(
        IReadOnlyCollection<byte[]> documents, CancellationToken cancellationToken, Task? after = null)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<(SegmentDocument Document, byte[] Body)> good = new(documents.Count);
        List<UnprocessedTraceSegment> refused = [];
        foreach (byte[] body in documents)
        {
            if (SegmentReader.TryRead(body, out SegmentDocument? document, out DocumentRefusal? refusal))
            {
                good.Add((document, body));
            }
            else
            {
                refused.Add(new UnprocessedTraceSegment { Id = refusal.Id, ErrorCode = refusal.Code, Message = refusal.Message });
            }
        }

        counters.CountRejected(refused.Count);
        IReadOnlyList<TraceArrival> arrivals = TraceArrival.Group(good, now);
        if (after is not null)
        {
            await after.ConfigureAwait(false);
        }

        await store.AppendAsync(arrivals, cancellationToken).ConfigureAwait(false);
        return refused;
    }
}
