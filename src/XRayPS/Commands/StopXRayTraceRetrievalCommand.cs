using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Commands;

/// <summary>Ends retrievals of traces that are still under way.</summary>
[Cmdlet(VerbsLifecycle.Stop, "XRayTraceRetrieval", SupportsShouldProcess = true)]
[CmdletOperation("CancelTraceRetrieval")]
[OutputType(typeof(string))]
public sealed class StopXRayTraceRetrievalCommand : XRayApiCmdlet
{
    /// <summary>Tokens of retrievals.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] RetrievalToken { get; set; } = [];

    /// <summary>Write the tokens of the retrievals that were ended.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string retrieval in RetrievalToken)
        {
            CancelTraceRetrievalRequest request = new() { RetrievalToken = retrieval };
            if (ShouldProcess($"retrieval {retrieval}", "Stop")
                && Call((caller, token) => caller.SendAsync(Operations.CancelTraceRetrieval, request, token), retrieval)
                && PassThru)
            {
                WriteObject(retrieval);
            }
        }
    }
}
