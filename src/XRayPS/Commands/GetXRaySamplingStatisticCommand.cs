using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Lists what clients reported of late for each sampling rule.</summary>
[Cmdlet(VerbsCommon.Get, "XRaySamplingStatistic", SupportsPaging = true)]
[CmdletOperation("GetSamplingStatisticSummaries")]
[OutputType(typeof(SamplingStatisticSummary))]
public sealed class GetXRaySamplingStatisticCommand : XRayTokenCmdlet
{
    /// <summary>Names of rules; wildcards work.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SamplingRuleCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? RuleName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NamePatterns names = new(RuleName);
        Stream(
            PagedOperations.SamplingStatistics,
            new TokenRequest(),
            StartToken(PagedOperations.SamplingStatistics.Operation.Name),
            null,
            RuleName is [string one] ? one : RuleName,
            page => page.Response.SamplingStatisticSummaries.RemoveAll(summary => !names.Matches(summary.RuleName)));
    }
}
