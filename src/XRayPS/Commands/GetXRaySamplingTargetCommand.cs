using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Sampling;

namespace XRayPS.Commands;

/// <summary>Reports what a client counted, and gets how it is to sample from then on.</summary>
[Cmdlet(VerbsCommon.Get, "XRaySamplingTarget", DefaultParameterSetName = "RuleName")]
[CmdletOperation("GetSamplingTargets")]
[OutputType(typeof(SamplingTargetDocument))]
public sealed class GetXRaySamplingTargetCommand : XRayApiCmdlet
{
    private Batch<SamplingStatisticsDocument>? _batch;
    private bool _boostSent;

    /// <summary>The rule that the counts are for.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "RuleName")]
    [ArgumentCompleter(typeof(SamplingRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RuleName { get; set; } = [];

    /// <summary>Requests that met the rule since the last report.</summary>
    [Parameter(ParameterSetName = "RuleName")]
    [ValidateRange(0, int.MaxValue)]
    public int RequestCount { get; set; }

    /// <summary>Those of them that were sampled.</summary>
    [Parameter(ParameterSetName = "RuleName")]
    [ValidateRange(0, int.MaxValue)]
    public int SampledCount { get; set; }

    /// <summary>Those of them that were sampled without a quota.</summary>
    [Parameter(ParameterSetName = "RuleName")]
    [ValidateRange(0, int.MaxValue)]
    public int BorrowCount { get; set; }

    /// <summary>When they were counted; by default the present.</summary>
    [Parameter(ParameterSetName = "RuleName")]
    [InstantTransformation]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The client: 24 hexadecimal digits; by default an id of this process.</summary>
    [Parameter]
    [ValidatePattern("^[0-9A-Fa-f]{24}$")]
    public string? ClientID { get; set; }

    /// <summary>Reports with their counts.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [Alias("SamplingStatisticsDocument", "SamplingStatisticsDocuments")]
    [ValidateNotNullOrEmpty]
    public SamplingStatisticsDocument[] InputObject { get; set; } = [];

    /// <summary>Reports on anomalies, for rules with a boost.</summary>
    [Parameter]
    [Alias("SamplingBoostStatisticsDocument", "SamplingBoostStatisticsDocuments")]
    [ValidateNotNullOrEmpty]
    public SamplingBoostStatisticsDocument[]? BoostStatistic { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _batch ??= new Batch<SamplingStatisticsDocument>(ReportCalls.BatchSize, Clock);
        bool byName = ParameterSetName == "RuleName";
        foreach (SamplingStatisticsDocument report in byName ? RuleName.Select(FromCounts) : InputObject)
        {
            if (string.IsNullOrEmpty(report.RuleName))
            {
                // X-Ray would refuse the whole call for it.
                WriteError(ErrorRecords.BadArgument("InvalidReport", "A report has to name its RuleName.", report));
                continue;
            }

            SamplingStatisticsDocument complete = ReportCalls.Completed(report, Clock);
            complete.ClientID = ClientID ?? complete.ClientID;
            if (_batch.Add(complete, out IReadOnlyList<SamplingStatisticsDocument> due))
            {
                Send(due);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Send(_batch?.Take() ?? []);

    private SamplingStatisticsDocument FromCounts(string rule) => new()
    {
        RuleName = rule,
        Timestamp = Timestamp,
        RequestCount = RequestCount,
        SampledCount = SampledCount,
        BorrowCount = BorrowCount,
    };

    private void Send(IReadOnlyList<SamplingStatisticsDocument> reports)
    {
        if (reports.Count == 0)
        {
            return;
        }

        GetSamplingTargetsRequest request = new() { SamplingStatisticsDocuments = new(reports) };
        if (BoostStatistic is not null && !_boostSent)
        {
            _boostSent = true;
            request.SamplingBoostStatisticsDocuments =
                new(BoostStatistic.Select(static report => ReportCalls.Completed(report, Clock)));
        }

        Call(
            (caller, token) => ReportCalls.SendAsync(caller, request, token),
            reports.Count == 1 ? reports[0].RuleName : reports);
    }
}
