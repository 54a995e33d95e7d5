using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Lists the sampling rules, or those of some names.</summary>
[Cmdlet(VerbsCommon.Get, "XRaySamplingRule", SupportsPaging = true, DefaultParameterSetName = "RuleName")]
[CmdletOperation("GetSamplingRules")]
[OutputType(typeof(SamplingRule))]
public sealed class GetXRaySamplingRuleCommand : XRayNamedCmdlet
{
    /// <summary>Names of rules; wildcards work.</summary>
    [Parameter(
        Position = 0, ParameterSetName = "RuleName", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SamplingRuleCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? RuleName { get; set; }

    /// <summary>ARNs of rules.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RuleARN", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SamplingRuleArnCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? RuleARN { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        StreamNamed(
            PagedOperations.SamplingRules,
            RuleARN ?? RuleName,
            static rule => rule.RuleName,
            "SamplingRule",
            "sampling rule",
            static rule => rule.RuleARN);
}
