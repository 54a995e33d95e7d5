using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Commands;

/// <summary>Sends health counters of a daemon.</summary>
[Cmdlet(
    VerbsCommunications.Write, "XRayTelemetry", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low,
    DefaultParameterSetName = "Counters")]
[CmdletOperation("PutTelemetryRecords")]
public sealed class WriteXRayTelemetryCommand : XRayApiCmdlet
{
    private const int BatchSize = 10;
    private Batch<TelemetryRecord>? _batch;

    /// <summary>Records with their counters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Records")]
    [Alias("TelemetryRecord", "TelemetryRecords")]
    [ValidateNotNullOrEmpty]
    public TelemetryRecord[] InputObject { get; set; } = [];

    /// <summary>Segments received from applications.</summary>
    [Parameter(ParameterSetName = "Counters")]
    [ValidateRange(0, int.MaxValue)]
    public int? SegmentsReceived { get; set; }

    /// <summary>Segments sent to X-Ray.</summary>
    [Parameter(ParameterSetName = "Counters")]
    [ValidateRange(0, int.MaxValue)]
    public int? SegmentsSent { get; set; }

    /// <summary>Segments dropped for lack of room.</summary>
    [Parameter(ParameterSetName = "Counters")]
    [ValidateRange(0, int.MaxValue)]
    public int? SegmentsSpillover { get; set; }

    /// <summary>Segments that the daemon or X-Ray refused.</summary>
    [Parameter(ParameterSetName = "Counters")]
    [ValidateRange(0, int.MaxValue)]
    public int? SegmentsRejected { get; set; }

    /// <summary>Failed connections, by kind.</summary>
    [Parameter(ParameterSetName = "Counters")]
    [ValidateNotNull]
    public BackendConnectionErrors? BackendConnectionErrors { get; set; }

    /// <summary>When the interval ended; by default the present.</summary>
    [Parameter(ParameterSetName = "Counters")]
    [InstantTransformation]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The daemon's instance.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EC2InstanceId { get; set; }

    /// <summary>The daemon's host.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Hostname { get; set; }

    /// <summary>The daemon's resource.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ResourceARN { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Counters")
        {
            Send([FromCounters()]);
            return;
        }

        _batch ??= new Batch<TelemetryRecord>(BatchSize, Clock);
        foreach (TelemetryRecord record in InputObject)
        {
            if (_batch.Add(Dated(record), out IReadOnlyList<TelemetryRecord> due))
            {
                Send(due);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Send(_batch?.Take() ?? []);

    private TelemetryRecord FromCounters() => new()
    {
        Timestamp = Timestamp ?? Clock.GetUtcNow(),
        SegmentsReceivedCount = SegmentsReceived,
        SegmentsSentCount = SegmentsSent,
        SegmentsSpilloverCount = SegmentsSpillover,
        SegmentsRejectedCount = SegmentsRejected,
        BackendConnectionErrors = BackendConnectionErrors,
    };

    /// <summary>X-Ray demands a time. The user's own object is left as it is.</summary>
    private static TelemetryRecord Dated(TelemetryRecord record) => record.Timestamp is not null ? record : new()
    {
        Timestamp = Clock.GetUtcNow(),
        SegmentsReceivedCount = record.SegmentsReceivedCount,
        SegmentsSentCount = record.SegmentsSentCount,
        SegmentsSpilloverCount = record.SegmentsSpilloverCount,
        SegmentsRejectedCount = record.SegmentsRejectedCount,
        BackendConnectionErrors = record.BackendConnectionErrors,
    };

    private void Send(IReadOnlyList<TelemetryRecord> records)
    {
        if (records.Count == 0 || !ShouldProcess($"{records.Count} telemetry record(s)", "Write to X-Ray"))
        {
            return;
        }

        PutTelemetryRecordsRequest request = new()
        {
            TelemetryRecords = new RecordList<TelemetryRecord>(records),
            EC2InstanceId = EC2InstanceId,
            Hostname = Hostname,
            ResourceARN = ResourceARN,
        };
        Call(
            (caller, token) => caller.SendAsync(Operations.PutTelemetryRecords, request, token),
            records.Count == 1 ? records[0] : records.ToArray());
    }
}
