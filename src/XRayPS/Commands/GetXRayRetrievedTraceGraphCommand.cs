using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Draws the services of the traces that a retrieval brought back, and the calls between them.</summary>
[Cmdlet(VerbsCommon.Get, "XRayRetrievedTraceGraph", SupportsPaging = true)]
[CmdletOperation("GetRetrievedTracesGraph")]
[OutputType(typeof(Service))]
public sealed class GetXRayRetrievedTraceGraphCommand : XRayRetrievalCmdlet
{
    /// <inheritdoc/>
    private protected override void Read(string retrievalToken)
    {
        PageToken? start = StartToken(PagedOperations.RetrievedTracesGraph.Operation.Name);
        GetRetrievedTracesGraphRequest request = new() { RetrievalToken = retrievalToken };
        Graph(
            PagedOperations.RetrievedTracesGraph,
            (caller, token) => Pages(
                caller, PagedOperations.RetrievedTracesGraph, request, start, static page => page.RetrievalStatus, token),
            start,
            null,
            null,
            retrievalToken,
            page => TellStatus(page.Response.RetrievalStatus));
    }
}
