using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Lists traces of a window as summaries, the latest first.</summary>
[Cmdlet(VerbsCommon.Get, "XRayTraceSummary", SupportsPaging = true)]
[CmdletOperation("GetTraceSummaries")]
[OutputType(typeof(TraceSummary))]
public sealed class GetXRayTraceSummaryCommand : XRayWindowCmdlet
{
    /// <summary>A filter expression; without it, all traces.</summary>
    [Parameter(Position = 0)]
    [Alias("Filter")]
    public string? FilterExpression { get; set; }

    /// <summary>Which time of a trace must lie in the window; X-Ray's default is its start.</summary>
    [Parameter]
    public TimeRangeType? TimeRangeType { get; set; }

    /// <summary>Be content with a part of the traces.</summary>
    [Parameter]
    public SamplingStrategyName? SamplingStrategy { get; set; }

    /// <summary>The share of the traces for FixedRate, 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double? SamplingRate { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        PageToken? start = StartToken(PagedOperations.TraceSummaries.Operation.Name);
        TimeWindow window = Window(start);
        PercentScanned progress = new(this, "Reading trace summaries", window);
        try
        {
            Stream(PagedOperations.TraceSummaries, Request(window), start, window, FilterExpression, page =>
            {
                if (page.Next is not null && page.Response.ApproximateTime is { } reached)
                {
                    progress.Report(reached);
                }
            });
        }
        finally
        {
            progress.Complete();
        }
    }

    private GetTraceSummariesRequest Request(TimeWindow window)
    {
        SamplingStrategyName? strategy = SamplingStrategy ?? (SamplingRate is null ? null : SamplingStrategyName.FixedRate);

        // X-Ray takes a fixed rate for this range type only.
        TimeRangeType? range = TimeRangeType
            ?? (strategy == SamplingStrategyName.FixedRate ? XRayPS.TimeRangeType.Event : null);
        return new GetTraceSummariesRequest
        {
            StartTime = window.Start,
            EndTime = window.End,
            FilterExpression = FilterExpression,
            TimeRangeType = range?.ToString(),
            Sampling = strategy is null ? null : true,
            SamplingStrategy = strategy is null
                ? null
                : new SamplingStrategy { Name = strategy.ToString(), Value = SamplingRate },
        };
    }
}
