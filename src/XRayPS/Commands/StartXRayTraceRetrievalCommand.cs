using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Errors;
using XRayPS.Paging;
using XRayPS.Retrieval;

namespace XRayPS.Commands;

/// <summary>Begins to bring traces back from the log group of Transaction Search; a hundred a retrieval.</summary>
[Cmdlet(VerbsLifecycle.Start, "XRayTraceRetrieval", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[CmdletOperation("StartTraceRetrieval")]
[OutputType(typeof(TraceRetrieval))]
public sealed class StartXRayTraceRetrievalCommand : XRayApiCmdlet
{
    private const int BatchSize = 100;
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private Batch<string>? _batch;
    private TimeWindow _window;

    /// <summary>Ids of traces, or what carries them: summaries, traces, documents.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "TraceIds")]
    [TraceIdTransformation]
    public string[] TraceId { get; set; } = [];

    /// <summary>Start of the window that holds the traces, inclusive.</summary>
    [Parameter]
    [InstantTransformation]
    [ArgumentCompleter(typeof(InstantCompleter))]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>End of the window, inclusive; by default the present.</summary>
    [Parameter]
    [InstantTransformation]
    [ArgumentCompleter(typeof(InstantCompleter))]
    public DateTimeOffset? EndTime { get; set; }

    /// <summary>The length of the window, up to its end; in place of -StartTime.</summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Last { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (StartTime is not null && Last is not null)
        {
            ThrowTerminatingError(ErrorRecords.TwoStarts(Last));
        }

        _window = TimeWindow.Of(StartTime, EndTime, Last, Clock.GetUtcNow());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[] ids = [.. TraceId.Where(_seen.Add)];
        if (!MyInvocation.ExpectingInput)
        {
            Start(ids);
            return;
        }

        _batch ??= new Batch<string>(BatchSize, Clock);
        foreach (string id in ids)
        {
            if (_batch.Add(id, out IReadOnlyList<string> due))
            {
                Start(due);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Start(_batch?.Take() ?? []);

    private void Start(IReadOnlyList<string> ids)
    {
        // All of them are started before the first is read: whoever waits downstream holds up this thread alone.
        List<string[]> wanted = [.. ids.Chunk(BatchSize).Where(part =>
            ShouldProcess(part.Length == 1 ? $"trace {part[0]}" : $"{part.Length} traces", "Start a retrieval"))];
        if (wanted.Count == 0)
        {
            return;
        }

        Call(
            async (caller, token) =>
            {
                RetrievalStarter starter = new(caller, _window);
                foreach (string[] part in wanted)
                {
                    await starter.StartAsync(part, token).ConfigureAwait(false);
                }
            },
            ids.Count == 1 ? ids[0] : ids.ToArray());
    }
}
