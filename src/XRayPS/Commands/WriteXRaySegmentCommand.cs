using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Ports;
using XRayPS.Errors;
using XRayPS.Loading;
using XRayPS.Traces;

namespace XRayPS.Commands;

/// <summary>Sends segments to X-Ray, or to the X-Ray daemon.</summary>
[Cmdlet(VerbsCommunications.Write, "XRaySegment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[CmdletOperation("PutTraceSegments")]
[OutputType(typeof(string), typeof(SegmentDocument))]
public sealed class WriteXRaySegmentCommand : XRayApiCmdlet
{
    private Batch<OutgoingDocument>? _batch;
    private IDaemonSender? _sender;

    /// <summary>Documents: JSON text, trees, segments, traces, hashtables.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Document", "TraceSegmentDocument", "TraceSegmentDocuments")]
    [ValidateNotNullOrEmpty]
    public object[] InputObject { get; set; } = [];

    /// <summary>Send to the X-Ray daemon by UDP rather than to the API; nobody answers.</summary>
    [Parameter]
    public SwitchParameter Daemon { get; set; }

    /// <summary>Write the objects that were taken.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (object input in InputObject)
        {
            OutgoingDocument[] documents;
            try
            {
                documents = [.. DocumentInput.From(input)];
            }
            catch (PSArgumentException failure)
            {
                WriteError(ErrorRecords.NotADocument(failure.Message, input));
                continue;
            }

            foreach (OutgoingDocument document in documents)
            {
                Add(document);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Send(_batch?.Take() ?? []);

    /// <inheritdoc/>
    private protected override void Release()
    {
        base.Release();
        _sender?.Dispose();
    }

    private void Add(OutgoingDocument document)
    {
        _batch ??= new Batch<OutgoingDocument>(SegmentSender.CollectSize, Clock);
        if (ShouldProcess(document.Name, "Write to X-Ray") && _batch.Add(document, out IReadOnlyList<OutgoingDocument> due))
        {
            Send(due);
        }
    }

    private void Send(IReadOnlyList<OutgoingDocument> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        if (Daemon)
        {
            // The session's local X-Ray has a daemon port of its own; elsewhere the usual variable says where the daemon is.
            _sender ??= PrivateServices.Client.CreateDaemonSender(CalledLocalService?.DaemonAddress);
            Pump((feed, token) => SegmentSender.SendAsync(feed, _sender, batch, PassThru, token));
            return;
        }

        Call(
            (caller, token) => SegmentSender.PutAsync(caller, batch, PassThru, token),
            batch.Count == 1 ? batch[0].Source : batch.Select(static document => document.Source).ToArray());
    }
}
