using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;
using XRayPS.Sampling;

namespace XRayPS.Commands;

/// <summary>Changes sampling rules; what is not named stays.</summary>
[Cmdlet(VerbsCommon.Set, "XRaySamplingRule", SupportsShouldProcess = true, DefaultParameterSetName = "RuleName")]
[CmdletOperation("UpdateSamplingRule")]
[OutputType(typeof(SamplingRule))]
public sealed class SetXRaySamplingRuleCommand : XRaySamplingRuleCmdlet
{
    /// <summary>Names of rules.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "RuleName")]
    [Alias("SamplingRuleUpdate_RuleName")]
    [ArgumentCompleter(typeof(SamplingRuleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RuleName { get; set; } = [];

    /// <summary>ARNs of rules.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RuleARN")]
    [Alias("SamplingRuleUpdate_RuleARN")]
    [ArgumentCompleter(typeof(SamplingRuleArnCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RuleARN { get; set; } = [];

    /// <summary>Rules as objects, such as ConvertFrom-Json makes them, or names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [Alias("SamplingRuleUpdate")]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>Take the boost away.</summary>
    [Parameter]
    public SwitchParameter RemoveBoost { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "InputObject")
        {
            foreach (object one in InputObject)
            {
                if (ReadInput(one) is { } input)
                {
                    Change(input.Rule.RuleName, input.Rule.RuleName is null ? input.Rule.RuleARN : null, input, one);
                }
            }

            return;
        }

        foreach (string name in RuleName)
        {
            Change(name, null, null, name);
        }

        foreach (string arn in RuleARN)
        {
            Change(null, arn, null, arn);
        }
    }

    private void Change(string? name, string? arn, RuleInput? input, object source)
    {
        object target = name ?? arn ?? source;
        if ((name ?? arn) is null)
        {
            WriteError(ErrorRecords.BadArgument(
                "InvalidSamplingRule", "The rule has neither a RuleName nor a RuleARN.", target));
            return;
        }

        SamplingRule? current = null;
        bool isRead = Call(
            async (caller, token) =>
                current = await RuleCalls.FindAsync(caller, name, arn, token).ConfigureAwait(false),
            target);
        if (!isRead)
        {
            return;
        }

        if (current is null)
        {
            WriteError(ErrorRecords.NameNotFound("SamplingRule", "sampling rule", name ?? arn!));
            return;
        }

        RuleChange change;
        try
        {
            bool isBoosted = MaxRate is not null || CooldownWindowMinutes is not null;
            bool hasNoBoost = RemoveBoost || (input?.HasNoBoost == true && !isBoosted);
            change = RuleChange.Of(current, WithParameters(input?.Rule ?? new SamplingRule()), hasNoBoost);
        }
        catch (PSArgumentException failure)
        {
            WriteError(ErrorRecords.BadArgument("InvalidSamplingRule", failure.Message, target));
            return;
        }

        if (change.Differences.Count == 0)
        {
            WriteVerbose($"Sampling rule {current.RuleName} is so already.");
            WriteObject(current);
        }
        else if (ShouldProcess($"sampling rule {current.RuleName}", $"Set {string.Join(", ", change.Differences)}"))
        {
            Send(change.Update, target);
        }
    }

    private void Send(SamplingRuleUpdate update, object target)
    {
        UpdateSamplingRuleRequest request = new() { SamplingRuleUpdate = update };
        Call(
            async (caller, token) =>
            {
                Reply<SamplingRuleResponse> reply =
                    await caller.SendAsync(Operations.UpdateSamplingRule, request, token).ConfigureAwait(false);
                caller.Feed.Write(RuleRecords.Dated(reply.Value.SamplingRuleRecord));
            },
            target);
    }
}
