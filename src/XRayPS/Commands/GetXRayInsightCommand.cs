using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Insights;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Lists the insights of a window, of one group or of all, or gets insights by id.</summary>
[Cmdlet(VerbsCommon.Get, "XRayInsight", SupportsPaging = true, DefaultParameterSetName = "GroupName")]
[CmdletOperation("GetInsight")]
[CmdletOperation("GetInsightSummaries")]
[OutputType(typeof(InsightSummary), ParameterSetName = ["GroupName", "GroupARN"])]
[OutputType(typeof(Insight), ParameterSetName = ["InsightId"])]
public sealed class GetXRayInsightCommand : XRayWindowCmdlet
{
    /// <summary>The group; without it all groups with insights switched on.</summary>
    [Parameter(Position = 0, ParameterSetName = "GroupName", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? GroupName { get; set; }

    /// <summary>The same by the group's ARN.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GroupARN", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? GroupARN { get; set; }

    /// <summary>Ids of insights.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InsightId", ValueFromPipeline = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string[] InsightId { get; set; } = [];

    /// <summary>Only insights that go on, or only those that have ended.</summary>
    [Parameter(ParameterSetName = "GroupName")]
    [Parameter(ParameterSetName = "GroupARN")]
    [Alias("States")]
    public InsightState? State { get; set; }

    /// <inheritdoc/>
    [Parameter]
    [Alias("MaxResult", "MaxResults")]
    [ValidateRange(1, 100)]
    public override int PageSize { get; set; }

    /// <inheritdoc/>
    private protected override bool TakesPageSize => true;

    /// <summary>A token belongs to one group and does not say to which.</summary>
    private protected override bool CanResume => (GroupName ?? GroupARN) is not null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in InsightId)
        {
            Call(
                async (caller, token) =>
                    caller.Feed.Write(await InsightPages.FindAsync(caller, id, token).ConfigureAwait(false)),
                id);
        }

        if (ParameterSetName == "InsightId" || Budget.IsSpent)
        {
            return;
        }

        if (NextToken is not null && !CanResume)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(
                "InvalidToken", "A token goes on in one group: name it with -GroupName or -GroupARN.", NextToken));
        }

        Read();
    }

    private void Read()
    {
        PageToken? start = StartToken(PagedOperations.InsightSummaries.Operation.Name);
        TimeWindow window = Window(start);
        GetInsightSummariesRequest request = new()
        {
            StartTime = window.Start,
            EndTime = window.End,
            GroupName = GroupName,
            GroupARN = GroupARN,
            States = State is null ? null : [State.ToString()!],
            MaxResults = AskedPageSize,
        };
        int offset = start?.Offset ?? 0;
        Call(
            (caller, token) => Prefetch.RunAsync(
                InsightPages.ReadAsync(caller, request, start?.Service, token),
                caller.Feed,
                (page, written) =>
                {
                    if (WritePage(PagedOperations.InsightSummaries, page, offset, window, written))
                    {
                        caller.Feed.Finish();
                    }

                    offset = 0;
                },
                token),
            GroupName ?? GroupARN);
    }
}
