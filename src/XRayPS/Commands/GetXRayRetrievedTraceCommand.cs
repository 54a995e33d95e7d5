using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Paging;
using XRayPS.Retrieval;

namespace XRayPS.Commands;

/// <summary>Gets the traces that a retrieval brought back.</summary>
[Cmdlet(VerbsCommon.Get, "XRayRetrievedTrace", SupportsPaging = true)]
[CmdletOperation("ListRetrievedTraces")]
[OutputType(typeof(Trace), typeof(RetrievedTrace))]
public sealed class GetXRayRetrievedTraceCommand : XRayRetrievalCmdlet
{
    /// <summary>Segments of X-Ray, or spans of OpenTelemetry.</summary>
    [Parameter]
    [Alias("TraceFormat")]
    public TraceFormat Format { get; set; } = TraceFormat.XRAY;

    /// <summary>
    /// The ids that were asked for, of a retrieval that is piped: what did not come back is an error each.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Alias("TraceIds")]
    public string[]? TraceId { get; set; }

    /// <inheritdoc/>
    private protected override void Read(string retrievalToken)
    {
        PageToken? start = StartToken(PagedOperations.RetrievedTraces.Operation.Name);
        ListRetrievedTracesRequest request = new() { RetrievalToken = retrievalToken, TraceFormat = Format.ToString() };
        HashSet<string> missing = new(TraceId ?? [], StringComparer.OrdinalIgnoreCase);
        int offset = start?.Offset ?? 0;
        bool isComplete = false;
        bool worked = Call(
            (caller, token) => Prefetch.RunAsync(
                Pages(
                    caller, PagedOperations.RetrievedTraces, request, start, static page => page.RetrievalStatus, token),
                caller.Feed,
                (page, written) =>
                {
                    TellStatus(page.Response.RetrievalStatus);
                    isComplete = page.Response.RetrievalStatus == "COMPLETE";
                    missing.ExceptWith(page.Response.Traces.Select(static trace => trace.Id ?? ""));
                    if (Write(page, offset, written))
                    {
                        caller.Feed.Finish();
                    }

                    offset = 0;
                },
                token),
            retrievalToken);
        if (!worked || !isComplete || Budget.IsSpent || start is not null)
        {
            return;
        }

        foreach (string id in (TraceId ?? []).Where(missing.Remove))
        {
            WriteError(ErrorRecords.TraceNotRetrieved(id));
        }
    }

    private bool Write(Page<ListRetrievedTracesResponse> page, int offset, Action written) => WritePage(
        PagedOperations.RetrievedTraces,
        page,
        offset,
        null,
        written,
        show: Format == TraceFormat.XRAY ? RetrievedParts.Parsed : null);
}
