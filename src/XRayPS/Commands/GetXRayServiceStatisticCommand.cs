using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Filters;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Paging;
using XRayPS.Series;

namespace XRayPS.Commands;

/// <summary>Tells requests, failures and response times of services by the minute, the latest first.</summary>
[Cmdlet(VerbsCommon.Get, "XRayServiceStatistic", SupportsPaging = true, DefaultParameterSetName = "GroupName")]
[CmdletOperation("GetTimeSeriesServiceStatistics")]
[OutputType(typeof(TimeSeriesServiceStatistics))]
public sealed class GetXRayServiceStatisticCommand : XRayWindowCmdlet
{
    private const string Client = "client";

    /// <summary>Services; without them the calls of clients to entry points.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ServiceName { get; set; }

    /// <summary>The kind of the services, where several have one name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Type")]
    [AllowNull]
    [AllowEmptyString]
    public string? ServiceType { get; set; }

    /// <summary>A service or a call: <c>service("name")</c> or <c>edge("caller", "called")</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EntitySelectorExpression { get; set; }

    /// <summary>A group whose traces alone are counted.</summary>
    [Parameter(ParameterSetName = "GroupName", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? GroupName { get; set; }

    /// <summary>The same by the group's ARN.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GroupARN", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? GroupARN { get; set; }

    /// <summary>Length of an interval in seconds, 60 or 300.</summary>
    [Parameter]
    [ValidateSet("60", "300")]
    public int Period { get; set; } = 60;

    /// <summary>Tell how many faults were to be expected; needs a service.</summary>
    [Parameter]
    public SwitchParameter ForecastStatistics { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        bool isOfEntries = ServiceName is null && EntitySelectorExpression is null && !MyInvocation.ExpectingInput;
        if (ForecastStatistics && isOfEntries)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(
                "ForecastWithoutService",
                "X-Ray forecasts the faults of a service: name it with -ServiceName or -EntitySelectorExpression.",
                null));
        }

        if (EntitySelectorExpression is null)
        {
            return;
        }

        if (ServiceName is not null)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(
                "TwoSelectors",
                "-ServiceName and -EntitySelectorExpression both say what is counted; give one of them.",
                EntitySelectorExpression));
        }

        if (!Selector.TryParse(EntitySelectorExpression, out _, out FilterError? error))
        {
            ThrowTerminatingError(ErrorRecords.BadSelector(error));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ServiceName is null)
        {
            Read(EntitySelectorExpression is null
                ? SeriesSelector.EntryPoints
                : new SeriesSelector(EntitySelectorExpression, EntitySelectorExpression, null));
            return;
        }

        if (ServiceType == Client)
        {
            // Nodes of a graph come as they are, and a client has no requests of its own.
            WriteVerbose($"{ServiceName[0]} is a client: clients have no statistics.");
            return;
        }

        foreach (string name in ServiceName)
        {
            Read(SeriesSelector.Of(name, ServiceType));
        }
    }

    private void Read(SeriesSelector selector)
    {
        PageToken? start = StartToken(PagedOperations.TimeSeries.Operation.Name);
        TimeWindow window = Window(start);
        PercentScanned progress = new(this, $"Reading statistics of {selector.Name}", window);
        try
        {
            Read(selector, start, window, progress);
        }
        finally
        {
            progress.Complete();
        }
    }

    private void Read(SeriesSelector selector, PageToken? start, TimeWindow window, PercentScanned progress)
    {
        (string? group, string? arn, int period, bool forecast) = (GroupName, GroupARN, Period, ForecastStatistics);
        bool toldOld = false;
        StreamParts(
            PagedOperations.TimeSeries,
            part => new GetTimeSeriesServiceStatisticsRequest
            {
                StartTime = part.Start,
                EndTime = part.End,
                GroupName = group,
                GroupARN = arn,
                EntitySelectorExpression = selector.Expression,
                Period = period,
                ForecastStatistics = forecast ? true : null,
            },
            WindowPart.Of(start, window, SeriesParts.Of),
            readers: 1,
            selector.Expression ?? group ?? arn,
            (page, part) =>
            {
                if (page.Next is null && part.Window.Start > window.Start)
                {
                    progress.Report(part.Window.Start);
                }

                page.Response.TimeSeriesServiceStatistics.ForEach(bucket => Name(bucket, selector));
                if (page.Response.ContainsOldGroupVersions == true && !toldOld)
                {
                    toldOld = true;
                    WriteWarning("Some traces of these figures matched an older filter of the group.");
                }
            });
    }

    private void Name(TimeSeriesServiceStatistics bucket, SeriesSelector selector)
    {
        bucket.Name = selector.Name;
        bucket.Type = selector.Type;
        bucket.Period = Period;
    }
}
