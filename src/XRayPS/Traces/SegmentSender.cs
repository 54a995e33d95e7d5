using System.Text;
using XRayPS.Abstractions;
using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;

namespace XRayPS.Traces;

/// <summary>Sends documents, several calls at once, and says what became of each.</summary>
internal static class SegmentSender
{
    /// <summary>Documents in one call, as AWS's own clients have it.</summary>
    internal const int BatchSize = 50;

    /// <summary>Documents that are collected before calls go out side by side.</summary>
    internal const int CollectSize = BatchSize * Lanes;

    private const int Lanes = 4;

    /// <summary>What fifty documents of the documented size make.</summary>
    private const int BatchBytes = BatchSize * 64 * 1024;
    private const int Attempts = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Sends documents to the API; each that is refused, and each call that failed, becomes an error.</summary>
    /// <param name="caller">Calls the API.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="passThru">Whether to write the user's objects that were taken.</param>
    /// <param name="token">Ends the calls.</param>
    internal static Task PutAsync(
        ApiCaller caller, IReadOnlyList<OutgoingDocument> documents, bool passThru, CancellationToken token)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = Lanes, CancellationToken = token };
        return Parallel.ForEachAsync(Batches(documents), options, async (batch, stop) =>
        {
            try
            {
                await PutBatchAsync(caller, batch, passThru, stop).ConfigureAwait(false);
            }
            catch (XRayException failure) when (failure.Kind is not (FailureKind.Configuration or FailureKind.Permission))
            {
                object target = batch.Count == 1 ? batch[0].Source : batch.Select(static document => document.Source).ToArray();
                caller.Feed.Error(ErrorRecords.ForCall(failure, target));
            }
        });
    }

    /// <summary>Sends documents as datagrams. Nobody answers: what is said to be sent may be lost.</summary>
    /// <param name="feed">The way to the pipeline.</param>
    /// <param name="sender">Sends datagrams.</param>
    /// <param name="batch">The documents.</param>
    /// <param name="passThru">Whether to write the user's objects that were sent.</param>
    /// <param name="token">Ends the sending.</param>
    internal static async Task SendAsync(
        PipelineFeed feed, IDaemonSender sender, IReadOnlyList<OutgoingDocument> batch, bool passThru, CancellationToken token)
    {
        int datagrams = 0;
        foreach (OutgoingDocument document in batch)
        {
            try
            {
                foreach (byte[] part in Parts(document))
                {
                    await sender.SendAsync(part, token).ConfigureAwait(false);
                    datagrams++;
                }
            }
            catch (XRayException failure)
            {
                feed.Error(ErrorRecords.ForCall(failure, document.Source));
                continue;
            }

            if (passThru)
            {
                feed.Write(document.Source);
            }
        }

        feed.Verbose($"{datagrams} datagrams to {sender.Address}.");
    }

    /// <summary>A document that no datagram holds goes out in pieces, if it has any.</summary>
    private static IReadOnlyList<byte[]> Parts(OutgoingDocument document)
    {
        byte[] body = Encoding.UTF8.GetBytes(document.Json);
        return body.Length > SegmentSplitter.DocumentLimit && SegmentReader.TryRead(body, out SegmentDocument? tree, out _)
            ? SegmentSplitter.Split(tree)
            : [body];
    }

    private static async Task PutBatchAsync(
        ApiCaller caller, IReadOnlyList<OutgoingDocument> batch, bool passThru, CancellationToken token)
    {
        List<OutgoingDocument> open = [.. batch];
        for (int attempt = 1; open.Count > 0; attempt++)
        {
            PutTraceSegmentsRequest request = new()
            {
                TraceSegmentDocuments = new RecordList<string>(open.Select(static document => document.Json)),
            };
            Reply<PutTraceSegmentsResponse> reply =
                await caller.SendAsync(Operations.PutTraceSegments, request, token).ConfigureAwait(false);
            List<OutgoingDocument> taken = [.. open];
            open.Clear();
            foreach (UnprocessedTraceSegment refusal in reply.Value.UnprocessedTraceSegments)
            {
                // A document that cannot be read comes back without id, or with an empty one.
                string? id = string.IsNullOrEmpty(refusal.Id) ? null : refusal.Id;
                OutgoingDocument? refused = taken.Find(document => document.Id == id);
                if (refused is not null)
                {
                    taken.Remove(refused);
                }

                if (refused is not null && IsThrottled(refusal) && attempt < Attempts)
                {
                    open.Add(refused);
                    continue;
                }

                caller.Feed.Error(ErrorRecords.SegmentRefused(refusal, refused?.Source, reply.RequestId));
            }

            if (passThru)
            {
                taken.ForEach(document => caller.Feed.Write(document.Source));
            }

            if (open.Count > 0)
            {
                await Task.Delay(FirstPause * (1 << (attempt - 1)), caller.Clock, token).ConfigureAwait(false);
            }
        }
    }

    private static bool IsThrottled(UnprocessedTraceSegment refusal) =>
        refusal.ErrorCode?.Contains("Throttl", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>As many documents a call as it may have, by number and by bytes.</summary>
    private static IEnumerable<IReadOnlyList<OutgoingDocument>> Batches(IReadOnlyList<OutgoingDocument> documents)
    {
        List<OutgoingDocument> batch = [];
        int bytes = 0;
        foreach (OutgoingDocument document in documents)
        {
            int size = Encoding.UTF8.GetByteCount(document.Json);
            if (batch.Count == BatchSize || (batch.Count > 0 && bytes + size > BatchBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(document);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
