using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Core.Model;
using XRayPS.Paging;
using XRayPS.Traces;

namespace XRayPS.Commands;

/// <summary>Gets traces with their segments, in the order of the ids.</summary>
[Cmdlet(VerbsCommon.Get, "XRayTrace", SupportsPaging = true)]
[CmdletOperation("BatchGetTraces")]
[OutputType(typeof(Trace))]
public sealed class GetXRayTraceCommand : XRayPagedCmdlet
{
    private readonly TraceIdQueue _ids = new(Clock);

    /// <summary>Ids of traces, or what carries them: summaries, traces, documents, nodes of a trace's graph.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "TraceIds")]
    [TraceIdTransformation]
    public string[] TraceId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (IReadOnlyList<string> due in _ids.Add(TraceId, MyInvocation.ExpectingInput))
        {
            Fetch(due);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Fetch(_ids.Take());

    private void Fetch(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0 || Budget.IsSpent)
        {
            return;
        }

        Call(
            (caller, token) => Prefetch.RunAsync(
                new TraceFetcher(caller).FetchAsync(ids, token), caller.Feed, (batch, written) => Write(caller.Feed, batch, written), token),
            ids.Count == 1 ? ids[0] : ids.ToArray());
    }

    private void Write(PipelineFeed feed, TraceBatch batch, Action written)
    {
        foreach (Trace trace in batch.Response.Traces.Where(static trace => trace.LimitExceeded == true))
        {
            WriteWarning($"Trace {trace.Id} exceeded X-Ray's size of a trace: segments of it are missing.");
        }

        bool spent = WritePage(
            PagedOperations.Traces, new Page<BatchGetTracesResponse>(batch.Response, null, null), 0, null, written);
        foreach (ErrorRecord error in batch.Errors)
        {
            WriteError(error);
        }

        if (spent)
        {
            feed.Finish();
        }
    }
}
