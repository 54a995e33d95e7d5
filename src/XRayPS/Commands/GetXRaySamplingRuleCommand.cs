using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Lists the sampling rules, or those of some names.</summary>
[Cmdlet(VerbsCommon.Get, "XRaySamplingRule", SupportsPaging = true, DefaultParameterSetName = "RuleName")]
[CmdletOperation("GetSamplingRules")]
[OutputType(typeof(SamplingRule))]
public sealed class GetXRaySamplingRuleCommand : XRayTokenCmdlet
{
    /// <summary>Names of rules; wildcards work.</summary>
    [Parameter(
        Position = 0, ParameterSetName = "RuleName", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SamplingRuleCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] RuleName { get; set; } = ["*"];

    /// <summary>ARNs of rules.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RuleARN", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] RuleARN { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool byName = ParameterSetName == "RuleName";
        string[] asked = byName ? RuleName : RuleARN;
        Wildcards names = new(RuleName);
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        bool isWanted(SamplingRule? rule)
        {
            bool wanted = byName ? names.Match(rule?.RuleName) : asked.Contains(rule?.RuleARN);
            found.Add((byName ? rule?.RuleName : rule?.RuleARN) ?? "");
            return wanted;
        }

        PageToken? start = StartToken(PagedOperations.SamplingRules.Operation.Name);
        bool isWhole = Stream(
            PagedOperations.SamplingRules, new TokenRequest(), start, null, asked.Length == 1 ? asked[0] : asked,
            page => page.Response.SamplingRuleRecords.RemoveAll(record => !isWanted(record.SamplingRule)));
        foreach (string missing in asked.Where(one => isWhole && !found.Contains(one)))
        {
            if (!byName || !WildcardPattern.ContainsWildcardCharacters(missing))
            {
                WriteError(ErrorRecords.SamplingRuleNotFound(missing));
            }
        }
    }
}
