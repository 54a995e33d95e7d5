using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Search;

/// <summary>Begins to bring traces back.</summary>
internal sealed class StartTraceRetrieval(TraceRetrievals retrievals)
    : Handler<StartTraceRetrievalRequest, StartTraceRetrievalResponse>(Operations.StartTraceRetrieval)
{
    protected override async ValueTask<StartTraceRetrievalResponse> HandleAsync(StartTraceRetrievalRequest request, CancellationToken cancellationToken)
    {
        TimeWindow window = TimeWindow.Of(request.StartTime, request.EndTime);
        if (request.TraceIds!.FirstOrDefault(id => !TraceId.IsValid(id)) is { } malformed)
        {
            throw Refusal.InvalidRequest($"Invalid trace id {malformed}: incorrect id format");
        }

        return new StartTraceRetrievalResponse
        {
            RetrievalToken = await retrievals
                .StartAsync(request.TraceIds!, window.Start, window.End, cancellationToken).ConfigureAwait(false),
        };
    }
}
