using System.Globalization;
using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Otlp;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;
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
        int offset = OffsetOf(request.NextToken);
        string format = request.TraceFormat ?? "XRAY";
        ListRetrievedTracesResponse response = new() { RetrievalStatus = retrievals.StatusOf(job), TraceFormat = format };
        if (response.RetrievalStatus != "COMPLETE")
        {
            return response;
        }

        IReadOnlyList<AssembledTrace> traces = await RetrievedTraces.OfAsync(job, store, cancellationToken).ConfigureAwait(false);
        foreach (AssembledTrace trace in traces.Skip(offset).Take(PageSize))
        {
            response.Traces.Add(new RetrievedTrace
            {
                Id = trace.Id,
                Duration = trace.ToTrace().Duration,
                Spans = new RecordList<Span>(SpansOf(trace, format).Take(SpansPerTrace)),
            });
        }

        response.NextToken = offset + PageSize < traces.Count
            ? (offset + PageSize).ToString(CultureInfo.InvariantCulture)
            : null;
        return response;
    }

    private static IEnumerable<Span> SpansOf(AssembledTrace trace, string format) => format == Otel
        ? trace.Segments.Where(segment => !segment.IsInferred).SelectMany(segment => SpanWriter.Write(segment.Document, trace.Id))
        : trace.ToTrace().Segments.Select(segment => new Span { Id = segment.Id, Document = segment.Document });

    private static int OffsetOf(string? token) => token is null
        ? 0
        : int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int offset)
            ? offset
            : throw Refusal.InvalidRequest($"Invalid token {token}");
}
