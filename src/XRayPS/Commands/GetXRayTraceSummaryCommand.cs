using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Errors;
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

    /// <summary>Nodes and edges of a service graph: the traces behind each, in the window of its graph.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Service", "Edge")]
    [ValidateNotNullOrEmpty]
    public object[] InputObject { get; set; } = [];

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
    protected override void ProcessRecord()
    {
        if (InputObject.Length == 0)
        {
            Read(FilterExpression, null, FilterExpression);
        }

        foreach (object input in InputObject)
        {
            if (!GraphEntity.TryRead(input, out GraphEntity entity))
            {
                WriteError(ErrorRecords.NotAnEntity(input));
            }
            else if (entity.Filter is null)
            {
                WriteError(ErrorRecords.NamelessEntity(input));
            }
            else
            {
                WriteVerbose($"{input}: {entity.Filter}");
                Read(entity.And(FilterExpression), entity.Window, input);
            }
        }
    }

    /// <summary>Streams the summaries; a window of one's own goes before the default, and after what was asked for.</summary>
    private void Read(string? filter, TimeWindow? own, object? target)
    {
        PageToken? start = StartToken(PagedOperations.TraceSummaries.Operation.Name);
        bool isAsked = start is not null || (StartTime ?? EndTime) is not null || Last is not null;
        TimeWindow window = !isAsked && own is { } known ? known : Window(start);
        SamplingStrategyName? strategy = SamplingStrategy ?? (SamplingRate is null ? null : SamplingStrategyName.FixedRate);

        // X-Ray takes a fixed rate for this range type only.
        TimeRangeType? range = TimeRangeType
            ?? (strategy == SamplingStrategyName.FixedRate ? XRayPS.TimeRangeType.Event : null);
        PercentScanned progress = new(this, "Reading trace summaries", window);
        try
        {
            StreamWindow(
                PagedOperations.TraceSummaries, Requests(filter, range, strategy), start, window, Readers(range), target,
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

    private Func<TimeWindow, GetTraceSummariesRequest> Requests(
        string? filter, TimeRangeType? range, SamplingStrategyName? strategy)
    {
        double? rate = SamplingRate;
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
