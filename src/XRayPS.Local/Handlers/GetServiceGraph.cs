using System.Collections.Concurrent;
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
        bool IsInWindow(DateTimeOffset received) => received >= window.Start && received < window.End;
        await foreach (IReadOnlyList<(string Id, TraceRows Rows)> portion in store
            .ReceivedWithinAsync(window.Start.UtcTicks, window.End.UtcTicks, cancellationToken).ConfigureAwait(false))
        {
            Parallel.ForEach(
                Partitioner.Create(0, portion.Count),
                () => new GraphFold(GraphScope.Service),
                (range, _, part) =>
                {
                    for (int i = range.Item1; i < range.Item2; i++)
                    {
                        part.Add(portion[i].Rows.Assemble(portion[i].Id), IsInWindow);
                    }

                    return part;
                },
                part =>
                {
                    lock (fold)
                    {
                        fold.Merge(part);
                    }
                });
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
