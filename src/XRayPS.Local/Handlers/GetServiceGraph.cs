using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>The graph of what was received in a window: single observations, not whole traces (observed).</summary>
internal sealed class GetServiceGraph(TraceStore store)
    : Handler<GetServiceGraphRequest, GetServiceGraphResponse>(Operations.GetServiceGraph)
{
    protected override async ValueTask<GetServiceGraphResponse> HandleAsync(GetServiceGraphRequest request, CancellationToken cancellationToken)
    {
        if (request.NextToken is not null)
        {
            throw Refusal.InvalidRequest("NextToken is currently not supported");
        }

        TimeWindow window = TimeWindow.Of(request.StartTime, request.EndTime);
        if (request.GroupName is not null || request.GroupARN is not null)
        {
            throw Refusal.NotHere("This local X-Ray does not have groups: ask without GroupName and GroupARN.");
        }

        GraphFold fold = new(GraphScope.Service);
        foreach (AssembledTrace trace in await store
            .ReceivedWithinAsync(window.Start.UtcTicks, window.End.UtcTicks, cancellationToken).ConfigureAwait(false))
        {
            fold.Add(trace, received => received >= window.Start && received < window.End);
        }

        ServiceGraph graph = fold.Build(store.Find);
        return new GetServiceGraphResponse
        {
            StartTime = graph.StartTime,
            EndTime = graph.EndTime,
            Services = graph.Services,
            ContainsOldGroupVersions = false,
        };
    }
}
