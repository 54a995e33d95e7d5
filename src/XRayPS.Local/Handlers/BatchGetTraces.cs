using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>Answers up to five traces with their processed documents; an unknown id is in neither list (observed).</summary>
internal sealed class BatchGetTraces(TraceStore store)
    : Handler<BatchGetTracesRequest, BatchGetTracesResponse>(Operations.BatchGetTraces)
{
    private const int MostIds = 5;

    protected override async ValueTask<BatchGetTracesResponse> HandleAsync(BatchGetTracesRequest request, CancellationToken cancellationToken)
    {
        RecordList<string> ids = request.TraceIds!;
        Check(ids, request.NextToken);
        BatchGetTracesResponse response = new();
        foreach (string id in ids)
        {
            if (await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } trace)
            {
                response.Traces.Add(trace.ToTrace());
            }
        }

        return response;
    }

    private static void Check(RecordList<string> ids, string? token)
    {
        if (token is not null)
        {
            throw Refusal.InvalidRequest("NextToken is currently not supported");
        }

        if (ids.Count > MostIds)
        {
            throw Refusal.InvalidRequest($"Exceeding maximum query size: {MostIds}");
        }

        if (ids.FirstOrDefault(id => !TraceId.IsValid(id)) is { } malformed)
        {
            throw Refusal.InvalidRequest($"Invalid trace id {malformed}: incorrect id format");
        }

        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count)
        {
            throw Refusal.InvalidRequest("Containing duplicate trace ids");
        }
    }
}
