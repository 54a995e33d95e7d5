using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>Takes a daemon's counters. No operation reads them, so they are checked and let go.</summary>
internal sealed class PutTelemetryRecords() : Handler<PutTelemetryRecordsRequest, Empty>(Operations.PutTelemetryRecords)
{
    protected override ValueTask<Empty> HandleAsync(PutTelemetryRecordsRequest request, CancellationToken cancellationToken) =>
        request.TelemetryRecords!.Count == 0
            ? throw Refusal.InvalidRequest("Telemetry records cannot be empty")
            : ValueTask.FromResult(new Empty());
}
