using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers.Groups;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Insights;

/// <summary>The services around an insight and the calls between them, without statistics.</summary>
internal sealed class GetInsightImpactGraph(Account account, InsightFinder finder, TraceStore store, GroupBook groups)
    : Handler<GetInsightImpactGraphRequest, GetInsightImpactGraphResponse>(Operations.GetInsightImpactGraph)
{
    private static readonly TimeSpan Widest = TimeSpan.FromHours(6);

    protected override async ValueTask<GetInsightImpactGraphResponse> HandleAsync(GetInsightImpactGraphRequest request, CancellationToken cancellationToken)
    {
        TimeWindow window = TimeWindow.Of(request.StartTime, request.EndTime);
        if (window.End - window.Start > Widest)
        {
            throw Refusal.InvalidRequest("The time range between the start and end time can't be more than six hours");
        }

        if (window.Start < account.Now - InsightFinder.Reach)
        {
            throw Refusal.InvalidRequest("The start time can't be more than 30 days old");
        }

        FoundInsight found = await finder.FindAsync(request.InsightId!, cancellationToken).ConfigureAwait(false);
        GraphFold fold = new(GraphScope.Service);
        await GroupTraces.FoldAsync(
            store,
            window,
            groups.MembersOf(null, found.Group.GroupARN),
            () => new GraphFold(GraphScope.Service),
            (part, member) => part.Add(member.Trace, received => window.Contains(member.Membership.Received(received))),
            fold.Merge,
            cancellationToken).ConfigureAwait(false);
        ServiceGraph graph = fold.Build();
        return new GetInsightImpactGraphResponse
        {
            InsightId = InsightFinder.IdOf(found),
            StartTime = window.Start,
            EndTime = window.End,
            ServiceGraphStartTime = graph.StartTime,
            ServiceGraphEndTime = graph.EndTime,
            Services = new RecordList<InsightImpactGraphService>(graph.Services.Select(Plain)),
        };
    }

    private static InsightImpactGraphService Plain(Service service) => new()
    {
        ReferenceId = service.ReferenceId,
        Name = service.Name,
        Names = service.Names,
        Type = service.Type,
        AccountId = service.AccountId,
        Edges = new RecordList<InsightImpactGraphEdge>(
            service.Edges.Select(edge => new InsightImpactGraphEdge { ReferenceId = edge.ReferenceId })),
    };
}
