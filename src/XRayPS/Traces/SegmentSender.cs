using System.Text;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;

namespace XRayPS.Traces;

/// <summary>Sends a batch of documents and says what became of each.</summary>
internal static class SegmentSender
{
    /// <summary>Documents in one call, as AWS's own clients have it.</summary>
    internal const int BatchSize = 50;

    /// <summary>Sends documents to the API; each that is refused becomes an error.</summary>
    /// <param name="caller">Calls the API.</param>
    /// <param name="batch">The documents.</param>
    /// <param name="passThru">Whether to write the user's objects that were taken.</param>
    /// <param name="token">Ends the call.</param>
    internal static async Task PutAsync(
        ApiCaller caller, IReadOnlyList<OutgoingDocument> batch, bool passThru, CancellationToken token)
    {
        PutTraceSegmentsRequest request = new()
        {
            TraceSegmentDocuments = new RecordList<string>(batch.Select(static document => document.Json)),
        };
        Reply<PutTraceSegmentsResponse> reply =
            await caller.SendAsync(Operations.PutTraceSegments, request, token).ConfigureAwait(false);
        List<OutgoingDocument> taken = [.. batch];
        foreach (UnprocessedTraceSegment refusal in reply.Value.UnprocessedTraceSegments)
        {
            // A document that cannot be read comes back without id, or with an empty one.
            string? id = string.IsNullOrEmpty(refusal.Id) ? null : refusal.Id;
            OutgoingDocument? refused = taken.Find(document => document.Id == id);
            if (refused is not null)
            {
                taken.Remove(refused);
            }

            caller.Feed.Error(ErrorRecords.SegmentRefused(refusal, refused?.Source, reply.RequestId));
        }

        if (passThru)
        {
            taken.ForEach(document => caller.Feed.Write(document.Source));
        }
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
        foreach (OutgoingDocument document in batch)
        {
            try
            {
                await sender.SendAsync(Encoding.UTF8.GetBytes(document.Json), token).ConfigureAwait(false);
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

        feed.Verbose($"{batch.Count} datagrams to {sender.Address}.");
    }
}
