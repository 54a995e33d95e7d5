using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Search;

/// <summary>Ends a retrieval that is still under way.</summary>
internal sealed class CancelTraceRetrieval(Account account, TraceRetrievals retrievals)
    : Handler<CancelTraceRetrievalRequest, Empty>(Operations.CancelTraceRetrieval)
{
    protected override ValueTask<Empty> HandleAsync(CancelTraceRetrievalRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                await retrievals.CancelAsync(request.RetrievalToken!, cancellationToken).ConfigureAwait(false);
                return new Empty();
            },
            cancellationToken);
}
