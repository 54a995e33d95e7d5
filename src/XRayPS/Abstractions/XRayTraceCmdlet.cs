using System.Management.Automation;
using XRayPS.Binding;
using XRayPS.Paging;
using XRayPS.Traces;

namespace XRayPS.Abstractions;

/// <summary>
/// The rung of the cmdlets that look at one trace after the other: traces that come through the pipeline as they are,
/// and ids, or what carries one, that are fetched first.
/// </summary>
public abstract class XRayTraceCmdlet : XRayApiCmdlet
{
    private readonly TraceIdQueue _ids = new(Clock);

    private protected XRayTraceCmdlet()
    {
    }

    /// <summary>The traces.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Trace")]
    [Alias("Trace")]
    [ValidateNotNull]
    public Trace[] InputObject { get; set; } = [];

    /// <summary>Ids of traces, or what carries them; each is fetched once.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = "TraceId")]
    [Alias("Id", "TraceIds")]
    [TraceIdTransformation]
    public string[] TraceId { get; set; } = [];

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (ParameterSetName == "Trace")
        {
            HandleAll(InputObject);
            return;
        }

        foreach (IReadOnlyList<string> due in _ids.Add(TraceId, MyInvocation.ExpectingInput))
        {
            Fetch(due);
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Fetch(_ids.Take());

    /// <summary>Looks at a trace. On the pipeline's thread.</summary>
    /// <param name="trace">The trace.</param>
    private protected abstract void Handle(Trace trace);

    private void HandleAll(IEnumerable<Trace> traces)
    {
        foreach (Trace trace in traces)
        {
            if (StopToken.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }

            Handle(trace);
        }
    }

    private void Fetch(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return;
        }

        Call(
            (caller, token) => Prefetch.RunAsync(
                new TraceFetcher(caller).FetchAsync(ids, token),
                caller.Feed,
                (batch, _) =>
                {
                    HandleAll(batch.Response.Traces);
                    foreach (ErrorRecord error in batch.Errors)
                    {
                        WriteError(error);
                    }
                },
                token),
            ids.Count == 1 ? ids[0] : ids.ToArray());
    }
}
