using XRayPS.Core.Documents;
using XRayPS.Core.Graph;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Search;

/// <summary>The graph of the traces that a retrieval brought back, with their links; empty until it is complete.</summary>
internal sealed class GetRetrievedTracesGraph(TraceRetrievals retrievals, TraceStore store)
    : Handler<GetRetrievedTracesGraphRequest, GetRetrievedTracesGraphResponse>(Operations.GetRetrievedTracesGraph)
{
    private const int PageSize = 1000;
    private const int LinksPerService = 100;

    protected override async ValueTask<GetRetrievedTracesGraphResponse> HandleAsync(GetRetrievedTracesGraphRequest request, CancellationToken cancellationToken)
    {
        TraceRetrieval job = retrievals.Find(request.RetrievalToken!);
        _ = OffsetPage.OffsetOf(request.NextToken);
        GetRetrievedTracesGraphResponse response = new() { RetrievalStatus = retrievals.StatusOf(job) };
        if (response.RetrievalStatus != "COMPLETE")
        {
            return response;
        }

        GraphFold fold = new(GraphScope.Service);
        List<(NodeKey Target, GraphLink Link)> links = [];
        foreach (AssembledTrace trace in await RetrievedTraces.OfAsync(job, store, cancellationToken).ConfigureAwait(false))
        {
            TraceObservations observations = TraceObservations.Of(trace);
            fold.Add(observations);
            links.AddRange(observations.Links
                .Where(link => link.Link.TraceId is not null)
                .GroupBy(link => link.Target)
                .Select(group => (group.Key, new GraphLink
                {
                    ReferenceType = "link",
                    SourceTraceId = trace.Id,
                    DestinationTraceIds = new RecordList<string>(group.Select(link => link.Link.TraceId!).Distinct(StringComparer.Ordinal)),
                })));
        }

        (IReadOnlyList<Service> page, response.NextToken) =
            OffsetPage.Of(fold.Build(store.Find).Services, request.NextToken, PageSize);
        foreach (Service service in page)
        {
            response.Services.Add(new RetrievedService
            {
                Service = service,
                Links = new RecordList<GraphLink>(links
                    .Where(link => link.Target.Name == service.Name && link.Target.Type == service.Type)
                    .Select(link => link.Link)
                    .Take(LinksPerService)),
            });
        }

        return response;
    }
}
