using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Insights;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Draws the services around an insight and who calls whom.</summary>
[Cmdlet(VerbsCommon.Get, "XRayInsightImpactGraph", SupportsPaging = true)]
[CmdletOperation("GetInsightImpactGraph")]
[OutputType(typeof(InsightImpactGraphService))]
public sealed class GetXRayInsightImpactGraphCommand : XRayPagedCmdlet
{
    /// <summary>Ids of insights.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string[] InsightId { get; set; } = [];

    /// <summary>Start of the window, inclusive; by default that of the insight.</summary>
    [Parameter]
    [InstantTransformation]
    [ArgumentCompleter(typeof(InstantCompleter))]
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>
    /// End of the window, exclusive; by default that of the insight, or the present while it goes on.
    /// </summary>
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
        base.BeginProcessing();
        if (StartTime is not null && Last is not null)
        {
            ThrowTerminatingError(ErrorRecords.TwoStarts(Last));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in InsightId)
        {
            if (Budget.IsSpent)
            {
                return;
            }

            Call(
                async (caller, token) =>
                {
                    TimeWindow window = await WindowAsync(caller, id, token).ConfigureAwait(false);
                    Page<GetInsightImpactGraphResponse> graph = new(
                        await ImpactGraphs.ReadAsync(caller, id, window, token).ConfigureAwait(false), null, null);
                    caller.Feed.Post(() => WritePage(PagedOperations.InsightImpactGraph, graph, 0, window, null));
                },
                id);
        }
    }

    private async Task<TimeWindow> WindowAsync(ApiCaller caller, string id, CancellationToken token)
    {
        DateTimeOffset now = Clock.GetUtcNow();
        if (StartTime is not null || Last is not null)
        {
            return TimeWindow.Of(StartTime, EndTime, Last, now);
        }

        Insight insight = await InsightPages.FindAsync(caller, id, token).ConfigureAwait(false);
        return TimeWindow.Of(insight.StartTime, EndTime ?? insight.EndTime, null, now);
    }
}
