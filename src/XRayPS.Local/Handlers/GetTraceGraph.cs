using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>The graph of one trace; the service takes exactly one id (observed).</summary>
internal sealed class GetTraceGraph(TraceStore store)
    : Handler<GetTraceGraphRequest, GetTraceGraphResponse>(Operations.GetTraceGraph)
{
    protected override async ValueTask<GetTraceGraphResponse> HandleAsync(GetTraceGraphRequest request, CancellationToken cancellationToken)
    {
        string id = SingleId(request);
        AssembledTrace trace = await store.FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw Refusal.InvalidRequest("Trace id not found");
        return new GetTraceGraphResponse { Services = GraphFold.OfTrace(trace).Services };
    }

    private static string SingleId(GetTraceGraphRequest request)
    {
        if (request.NextToken is not null)
        {
            throw Refusal.InvalidRequest("NextToken is currently not supported");
        }

        return request.TraceIds! switch
        {
            { Count: 0 } => throw Refusal.InvalidRequest("Zero trace ids provided"),
            { Count: > 1 } => throw Refusal.InvalidRequest("Currently only one trace Id is supported"),
            [string id] when TraceId.IsValid(id) => id,
            _ => throw Refusal.InvalidRequest("Invalid traceId. ErrorCode: InvalidId"),
        };
    }
}
