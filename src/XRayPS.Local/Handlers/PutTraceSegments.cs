using System.Text;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>Takes documents; a bad one does no harm to the others.</summary>
internal sealed class PutTraceSegments(Ingestion ingestion, Counters counters)
    : Handler<PutTraceSegmentsRequest, PutTraceSegmentsResponse>(Operations.PutTraceSegments)
{
    /// <summary>The way of nearly all requests, and the one that has to be quick.</summary>
    public override async ValueTask<byte[]> AnswerAsync(
        ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (SegmentDocumentTexts.Read(body.Span) is not { Count: > 0 } documents)
        {
            return await base.AnswerAsync(body, cancellationToken).ConfigureAwait(false);
        }

        return Operations.PutTraceSegments.WriteResponse(
            await TakeAsync(documents, cancellationToken).ConfigureAwait(false));
    }

    protected override async ValueTask<PutTraceSegmentsResponse> HandleAsync(PutTraceSegmentsRequest request, CancellationToken cancellationToken)
    {
        RecordList<string> documents = request.TraceSegmentDocuments!;
        if (documents.Count == 0)
        {
            throw Refusal.InvalidRequest("Segments can not be empty");
        }

        byte[][] bodies = [.. documents.Select(Encoding.UTF8.GetBytes)];
        return await TakeAsync(bodies, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PutTraceSegmentsResponse> TakeAsync(
        IReadOnlyCollection<byte[]> bodies, CancellationToken cancellationToken)
    {
        counters.CountReceived(bodies.Count);
        return new PutTraceSegmentsResponse
        {
            UnprocessedTraceSegments = new RecordList<UnprocessedTraceSegment>(
                await ingestion.TakeAsync(bodies, cancellationToken).ConfigureAwait(false)),
        };
    }
}
