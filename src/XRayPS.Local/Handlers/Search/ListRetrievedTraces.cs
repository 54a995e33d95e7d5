using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Otlp;
using XRayPS.Core.Wire;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Search;

/// <summary>The traces that a retrieval brought back, five a page; none until it is complete.</summary>
internal sealed class ListRetrievedTraces(TraceRetrievals retrievals, TraceStore store)
    : Handler<ListRetrievedTracesRequest, ListRetrievedTracesResponse>(Operations.ListRetrievedTraces)
{
    private const int PageSize = 5;
    private const int SpansPerTrace = 100;
    private const string Otel = "OTEL";

    protected override async ValueTask<ListRetrievedTracesResponse> HandleAsync(ListRetrievedTracesRequest request, CancellationToken cancellationToken)
    {
        TraceRetrieval job = retrievals.Find(request.RetrievalToken!);
        _ = OffsetPage.OffsetOf(request.NextToken);
        string format = request.TraceFormat ?? "XRAY";
        ListRetrievedTracesResponse response = new() { RetrievalStatus = retrievals.StatusOf(job), TraceFormat = format };
        if (response.RetrievalStatus != "COMPLETE")
        {
            return response;
        }

        IReadOnlyList<AssembledTrace> traces = await RetrievedTraces.OfAsync(job, store, cancellationToken).ConfigureAwait(false);
        (IReadOnlyList<AssembledTrace> page, response.NextToken) = OffsetPage.Of(traces, request.NextToken, PageSize);
        foreach (AssembledTrace trace in page)
        {
            response.Traces.Add(new RetrievedTrace
            {
                Id = trace.Id,
                Duration = trace.ToTrace().Duration,
                Spans = new RecordList<Span>(SpansOf(trace, format).Take(SpansPerTrace)),
            });
        }

        return response;
    }

    private static IEnumerable<Span> SpansOf(AssembledTrace trace, string format) => format == Otel
        ? trace.Segments.Where(segment => !segment.IsInferred).SelectMany(segment => SpanWriter.Write(segment.Document, trace.Id))
        : trace.ToTrace().Segments.Select(segment => new Span { Id = segment.Id, Document = segment.Document });
}
