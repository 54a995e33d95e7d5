using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers.Groups;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers;

/// <summary>The graph of what was received in a window: single observations, not whole traces (observed).</summary>
internal sealed class GetServiceGraph(TraceStore store, GroupBook groups)
    : Handler<GetServiceGraphRequest, GetServiceGraphResponse>(Operations.GetServiceGraph)
{
    protected override async ValueTask<GetServiceGraphResponse> HandleAsync(GetServiceGraphRequest request, CancellationToken cancellationToken)
    {
        if (request.NextToken is not null)
        {
            throw Refusal.InvalidRequest("NextToken is currently not supported");
        }

        TimeWindow window = TimeWindow.Of(request.StartTime, request.EndTime);
        GroupMembers members = groups.MembersOf(request.GroupName, request.GroupARN);
        GraphFold fold = new(GraphScope.Service);
        bool containsOld = false;
        await GroupTraces.FoldAsync(
            store,
            window,
            members,
            () => new Part(),
            (part, found) => part.Add(found, window),
            part =>
            {
                fold.Merge(part.Fold);
                containsOld |= part.ContainsOld;
            },
            cancellationToken).ConfigureAwait(false);
        ServiceGraph graph = fold.Build(store.Find);
        return new GetServiceGraphResponse
        {
            StartTime = graph.StartTime,
            EndTime = graph.EndTime,
            Services = graph.Services,
            ContainsOldGroupVersions = containsOld,
        };
    }

    private sealed class Part
    {
        internal GraphFold Fold { get; } = new(GraphScope.Service);

        internal bool ContainsOld { get; private set; }

        internal void Add(GroupTrace found, TimeWindow window)
        {
            Membership membership = found.Membership;
            ContainsOld |= membership.IsOld;
            Fold.Add(found.Trace, received => window.Contains(membership.Received(received)));
        }
    }
}
