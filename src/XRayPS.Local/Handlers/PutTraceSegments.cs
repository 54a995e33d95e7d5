using System.Text;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>Takes documents; a bad one does no harm to the others.</summary>
internal sealed class PutTraceSegments(Ingestion ingestion, Counters counters)
    : Handler<PutTraceSegmentsRequest, PutTraceSegmentsResponse>(Operations.PutTraceSegments)
{
    protected override async ValueTask<PutTraceSegmentsResponse> HandleAsync(PutTraceSegmentsRequest request, CancellationToken cancellationToken)
    {
        RecordList<string> documents = request.TraceSegmentDocuments!;
        if (documents.Count == 0)
        {
            throw Refusal.InvalidRequest("Segments can not be empty");
        }

        counters.CountReceived(documents.Count);
        byte[][] bodies = [.. documents.Select(Encoding.UTF8.GetBytes)];
        return new PutTraceSegmentsResponse
        {
            UnprocessedTraceSegments = new RecordList<UnprocessedTraceSegment>(
                await ingestion.TakeAsync(bodies, cancellationToken).ConfigureAwait(false)),
        };
    }
}
