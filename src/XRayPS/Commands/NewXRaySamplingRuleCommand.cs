using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;
using XRayPS.Sampling;

namespace XRayPS.Commands;

/// <summary>Makes a sampling rule.</summary>
[Cmdlet(VerbsCommon.New, "XRaySamplingRule", SupportsShouldProcess = true, DefaultParameterSetName = "RuleName")]
[CmdletOperation("CreateSamplingRule")]
[OutputType(typeof(SamplingRule))]
public sealed class NewXRaySamplingRuleCommand : XRaySamplingRuleCmdlet
{
    private const int UsualReservoir = 1;
    private const double UsualRate = 0.05;

    /// <summary>The name of the rule; before that of an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "RuleName")]
    [Parameter(ParameterSetName = "InputObject")]
    [Alias("SamplingRule_RuleName")]
    [ValidateNotNullOrEmpty]
    public string? RuleName { get; set; }

    /// <summary>The ARN of the rule, whose last part is its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RuleARN")]
    [Alias("SamplingRule_RuleARN")]
    [ValidateNotNullOrEmpty]
    public string? RuleARN { get; set; }

    /// <summary>Order of evaluation, the smallest first.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "RuleName")]
    [Parameter(Mandatory = true, ParameterSetName = "RuleARN")]
    [Parameter(ParameterSetName = "InputObject")]
    [Alias("SamplingRule_Priority")]
    [ValidateRange(1, 9999)]
    public override int? Priority { get; set; }

    /// <summary>Rules as objects, such as ConvertFrom-Json makes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [Alias("SamplingRule")]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>Tags of the new rule.</summary>
    [Parameter]
    [Alias("Tags")]
    [TagTransformation]
    public Tag[]? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != "InputObject")
        {
            Create(new RuleInput(new SamplingRule(), false, null), RuleName ?? RuleARN!);
            return;
        }

        foreach (object one in InputObject)
        {
            if (ReadInput(one) is { } input)
            {
                Create(input, one);
            }
        }
    }

    private void Create(RuleInput input, object target)
    {
        if (Complete(WithParameters(input.Rule), target) is not { } rule)
        {
            return;
        }

        string name = rule.RuleName ?? rule.RuleARN!;
        if (!ShouldProcess($"sampling rule {name}", "Create"))
        {
            return;
        }

        CreateSamplingRuleRequest request = new()
        {
            SamplingRule = rule,
            Tags = (Tag ?? input.Tags) is { } tags ? new RecordList<Tag>(tags) : null,
        };
        Call(
            async (caller, token) =>
            {
                Reply<SamplingRuleResponse> reply =
                    await caller.SendAsync(Operations.CreateSamplingRule, request, token).ConfigureAwait(false);
                caller.Feed.Write(RuleRecords.Dated(reply.Value.SamplingRuleRecord));
            },
            name);
    }

    /// <summary>
    /// X-Ray demands every member; those that nobody named match anything, and the rates are those of X-Ray's Default.
    /// </summary>
    private SamplingRule? Complete(SamplingRule rule, object target)
    {
        rule.RuleName = RuleName ?? rule.RuleName;
        rule.RuleARN = RuleARN ?? (rule.RuleName is null ? rule.RuleARN : null);
        if ((rule.RuleName ?? rule.RuleARN) is null || rule.Priority is null)
        {
            WriteError(ErrorRecords.BadArgument(
                "InvalidSamplingRule", "A sampling rule needs a RuleName and a Priority.", target));
            return null;
        }

        try
        {
            rule.SamplingRateBoost = RuleChange.Boost(null, rule.SamplingRateBoost);
        }
        catch (PSArgumentException failure)
        {
            WriteError(ErrorRecords.BadArgument("InvalidSamplingRule", failure.Message, rule.RuleName));
            return null;
        }

        rule.Version = 1;
        rule.FixedRate ??= UsualRate;
        rule.ReservoirSize ??= UsualReservoir;
        rule.ServiceName ??= "*";
        rule.ServiceType ??= "*";
        rule.Host ??= "*";
        rule.HTTPMethod ??= "*";
        rule.URLPath ??= "*";
        rule.ResourceARN ??= "*";
        return rule;
    }
}
