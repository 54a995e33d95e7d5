using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;
using XRayPS.Paging;

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
                foreach (string[] part in wanted)
                {
                    await StartAsync(caller, part, token).ConfigureAwait(false);
                }
            },
            ids.Count == 1 ? ids[0] : ids.ToArray());
    }

    private async Task StartAsync(ApiCaller caller, string[] ids, CancellationToken token)
    {
        try
        {
            caller.Feed.Write(await SendAsync(caller, ids, token).ConfigureAwait(false));
        }
        catch (XRayException refused) when (refused.Kind is FailureKind.Refused && ids.Length > 1 && !ids.All(static id => Core.Documents.TraceId.IsValid(id)))
        {
            // One id that is no id makes the service refuse all: those go by themselves, and the rest together.
            foreach (string id in ids.Where(static id => !Core.Documents.TraceId.IsValid(id)))
            {
                await TryAsync(caller, [id], token).ConfigureAwait(false);
            }

            await TryAsync(caller, [.. ids.Where(static id => Core.Documents.TraceId.IsValid(id))], token).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(ApiCaller caller, string[] ids, CancellationToken token)
    {
        if (ids.Length == 0)
        {
            return;
        }

        try
        {
            caller.Feed.Write(await SendAsync(caller, ids, token).ConfigureAwait(false));
        }
        catch (XRayException refused) when (refused.Kind is FailureKind.Refused)
        {
            caller.Feed.Error(ErrorRecords.ForCall(refused, ids.Length == 1 ? ids[0] : ids));
        }
    }

    private async Task<TraceRetrieval> SendAsync(ApiCaller caller, string[] ids, CancellationToken token)
    {
        StartTraceRetrievalRequest request = new()
        {
            TraceIds = new RecordList<string>(ids),
            StartTime = _window.Start,
            EndTime = _window.End,
        };
        Reply<StartTraceRetrievalResponse> reply =
            await caller.SendAsync(Operations.StartTraceRetrieval, request, token).ConfigureAwait(false);
        return new TraceRetrieval
        {
            RetrievalToken = reply.Value.RetrievalToken ?? "",
            TraceIds = new RecordList<string>(ids),
            StartTime = _window.Start,
            EndTime = _window.End,
        };
    }
}
