using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Search;

/// <summary>
/// Changes where segments go; without a destination nothing changes. There is no log group here, and so nothing that a
/// key for it could encrypt.
/// </summary>
internal sealed class UpdateTraceSegmentDestination(Account account, SegmentDestination destination)
    : Handler<TraceSegmentDestinationRequest, TraceSegmentDestination>(Operations.UpdateTraceSegmentDestination)
{
    protected override ValueTask<TraceSegmentDestination> HandleAsync(TraceSegmentDestinationRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                if (request.CloudWatchLogsConfiguration is not null && request.Destination != "CloudWatchLogs")
                {
                    throw Refusal.InvalidRequest(
                        "CloudWatchLogsConfiguration can only be given with destination CloudWatchLogs");
                }

                return request.Destination is null
                    ? destination.Read()
                    : await destination.ChangeAsync(request.Destination, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
}
