using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Search;

/// <summary>Where segments go.</summary>
internal sealed class GetTraceSegmentDestination(SegmentDestination destination)
    : Handler<Empty, TraceSegmentDestination>(Operations.GetTraceSegmentDestination)
{
    protected override ValueTask<TraceSegmentDestination> HandleAsync(Empty request, CancellationToken cancellationToken) =>
        new(destination.Read());
}
