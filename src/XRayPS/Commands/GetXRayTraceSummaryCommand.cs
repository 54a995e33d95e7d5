using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Filters;
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
    [ArgumentCompleter(typeof(FilterExpressionCompleter))]
    public string? FilterExpression { get; set; }

    /// <summary>Send the filter expression without checking it.</summary>
    [Parameter]
    public SwitchParameter SkipFilterCheck { get; set; }

    /// <summary>Which time of a trace must lie in the window; X-Ray's default is its start.</summary>
    [Parameter]
    public TimeRangeType? TimeRangeType { get; set; }

    /// <summary>Be content with a part of the traces.</summary>
    [Parameter]
    [Alias("SamplingStrategy_Name")]
    public SamplingStrategyName? SamplingStrategy { get; set; }

    /// <summary>The share of the traces for FixedRate, 0 to 1.</summary>
    [Parameter]
    [Alias("SamplingStrategy_Value")]
    [ValidateRange(0.0, 1.0)]
    public double? SamplingRate { get; set; }

    /// <summary>How many parts of the window are read at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 32)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        FilterCheck.Run(this, FilterExpression, SkipFilterCheck);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        PageToken? start = StartToken(PagedOperations.TraceSummaries.Operation.Name);
        TimeWindow window = Window(start);
        SamplingStrategyName? strategy = SamplingStrategy ?? (SamplingRate is null ? null : SamplingStrategyName.FixedRate);

        // X-Ray takes a fixed rate for this range type only.
        TimeRangeType? range = TimeRangeType
            ?? (strategy == SamplingStrategyName.FixedRate ? XRayPS.TimeRangeType.Event : null);
        PercentScanned progress = new(this, "Reading trace summaries", window);
        try
        {
            StreamWindow(
                PagedOperations.TraceSummaries, Requests(range, strategy), start, window, Readers(range), FilterExpression,
                (page, part) =>
                {
                    page.Response.TraceSummaries.ForEach(SeenNames.Add);
                    if ((page.Next is null ? part.Window.Start : page.Response.ApproximateTime) is { } reached
                        && reached > window.Start)
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

    private int Readers(TimeRangeType? range)
    {
        if (ThrottleLimit == 1 || range is null or XRayPS.TimeRangeType.TraceId)
        {
            return ThrottleLimit;
        }

        WriteVerbose($"By {range} a trace may lie in two parts of the window, so it is read as one.");
        return 1;
    }

    private Func<TimeWindow, GetTraceSummariesRequest> Requests(TimeRangeType? range, SamplingStrategyName? strategy)
    {
        (string? filter, double? rate) = (FilterExpression, SamplingRate);
        return window => new GetTraceSummariesRequest
        {
            StartTime = window.Start,
            EndTime = window.End,
            FilterExpression = filter,
            TimeRangeType = range?.ToString(),
            Sampling = strategy is null ? null : true,
            SamplingStrategy = strategy is null ? null : new SamplingStrategy { Name = strategy.ToString(), Value = rate },
        };
    }
}
