using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Draws the services of a trace and the calls between them; several traces give graphs that stay apart.</summary>
[Cmdlet(VerbsCommon.Get, "XRayTraceGraph", SupportsPaging = true)]
[CmdletOperation("GetTraceGraph")]
[OutputType(typeof(Service))]
public sealed class GetXRayTraceGraphCommand : XRayTokenCmdlet
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ids of traces, or what carries them: summaries, traces, documents.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "TraceIds")]
    [TraceIdTransformation]
    public string[] TraceId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in TraceId.Where(_seen.Add))
        {
            if (Budget.IsSpent)
            {
                return;
            }

            PageToken? start = StartToken(PagedOperations.TraceGraph.Operation.Name);
            Graph(PagedOperations.TraceGraph, new GetTraceGraphRequest { TraceIds = [id] }, start, id, null, id);
        }
    }
}
