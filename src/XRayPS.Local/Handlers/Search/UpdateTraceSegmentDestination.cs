using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Search;

/// <summary>Changes where segments go; without a destination nothing changes.</summary>
internal sealed class UpdateTraceSegmentDestination(Account account, SegmentDestination destination)
    : Handler<TraceSegmentDestinationRequest, TraceSegmentDestination>(Operations.UpdateTraceSegmentDestination)
{
    protected override ValueTask<TraceSegmentDestination> HandleAsync(TraceSegmentDestinationRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () => request.Destination is null
                ? destination.Read()
                : await destination.ChangeAsync(request.Destination, cancellationToken).ConfigureAwait(false),
            cancellationToken);
}
