using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Sampling;

namespace XRayPS.Commands;

/// <summary>Removes sampling rules.</summary>
[Cmdlet(
    VerbsCommon.Remove, "XRaySamplingRule", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = "RuleName")]
[CmdletOperation("DeleteSamplingRule")]
[OutputType(typeof(SamplingRule))]
public sealed class RemoveXRaySamplingRuleCommand : XRayApiCmdlet
{
    /// <summary>Names of rules.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = "RuleName",
        ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SamplingRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RuleName { get; set; } = [];

    /// <summary>ARNs of rules.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RuleARN", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SamplingRuleArnCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RuleARN { get; set; } = [];

    /// <summary>Write the rules that were removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string rule in ParameterSetName == "RuleName" ? RuleName : RuleARN)
        {
            if (ShouldProcess($"sampling rule {rule}", "Remove"))
            {
                Remove(rule);
            }
        }
    }

    private void Remove(string rule)
    {
        bool byName = ParameterSetName == "RuleName";
        DeleteSamplingRuleRequest request = new() { RuleName = byName ? rule : null, RuleARN = byName ? null : rule };
        Call(
            async (caller, token) =>
            {
                Reply<SamplingRuleResponse> reply =
                    await caller.SendAsync(Operations.DeleteSamplingRule, request, token).ConfigureAwait(false);
                if (PassThru)
                {
                    caller.Feed.Write(RuleRecords.Dated(reply.Value.SamplingRuleRecord));
                }
            },
            rule);
    }
}
