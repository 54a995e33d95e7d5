using System.Collections;
using System.Management.Automation;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Sampling;

namespace XRayPS.Abstractions;

/// <summary>
/// The rung of the cmdlets that write a sampling rule: its members as parameters, which go before those of an object.
/// </summary>
public abstract class XRaySamplingRuleCmdlet : XRayApiCmdlet
{
    private protected XRaySamplingRuleCmdlet()
    {
    }

    /// <summary>Order of evaluation, the smallest first.</summary>
    [Parameter]
    [Alias("SamplingRule_Priority", "SamplingRuleUpdate_Priority")]
    [ValidateRange(1, 9999)]
    public virtual int? Priority { get; set; }

    /// <summary>Share of the requests beyond the reservoir that is sampled, 0 to 1.</summary>
    [Parameter]
    [Alias("SamplingRule_FixedRate", "SamplingRuleUpdate_FixedRate")]
    [ValidateRange(0.0, 1.0)]
    public double? FixedRate { get; set; }

    /// <summary>Requests sampled each second before the rate applies, over all clients.</summary>
    [Parameter]
    [Alias("SamplingRule_ReservoirSize", "SamplingRuleUpdate_ReservoirSize")]
    [ValidateRange(0, int.MaxValue)]
    public int? ReservoirSize { get; set; }

    /// <summary>What the segment's name has to match.</summary>
    [Parameter]
    [Alias("SamplingRule_ServiceName", "SamplingRuleUpdate_ServiceName")]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string? ServiceName { get; set; }

    /// <summary>What the segment's origin has to match.</summary>
    [Parameter]
    [Alias("SamplingRule_ServiceType", "SamplingRuleUpdate_ServiceType")]
    [ArgumentCompleter(typeof(ServiceTypeCompleter))]
    public string? ServiceType { get; set; }

    /// <summary>What the Host header has to match.</summary>
    [Parameter]
    [Alias("SamplingRule_Host", "SamplingRuleUpdate_Host")]
    public new string? Host { get; set; }

    /// <summary>What the method has to match.</summary>
    [Parameter]
    [Alias("SamplingRule_HTTPMethod", "SamplingRuleUpdate_HTTPMethod", "Method")]
    [ArgumentCompleter(typeof(HttpMethodCompleter))]
    public string? HTTPMethod { get; set; }

    /// <summary>What the path of the URL has to match.</summary>
    [Parameter]
    [Alias("SamplingRule_URLPath", "SamplingRuleUpdate_URLPath")]
    public string? URLPath { get; set; }

    /// <summary>What the ARN of the AWS resource that runs the code has to match.</summary>
    [Parameter]
    [Alias("SamplingRule_ResourceARN", "SamplingRuleUpdate_ResourceARN")]
    public string? ResourceARN { get; set; }

    /// <summary>What attributes of the request have to match; at most five.</summary>
    [Parameter]
    [Alias(
        "Attribute", "SamplingRule_Attribute", "SamplingRuleUpdate_Attribute", "SamplingRule_Attributes",
        "SamplingRuleUpdate_Attributes")]
    [ValidateNotNull]
    public IDictionary? Attributes { get; set; }

    /// <summary>How far adaptive sampling may raise the rate, 0 to 1.</summary>
    [Parameter]
    [Alias("SamplingRateBoost_MaxRate")]
    [ValidateRange(0.0, 1.0)]
    public double? MaxRate { get; set; }

    /// <summary>Minutes between two boosts.</summary>
    [Parameter]
    [Alias("SamplingRateBoost_CooldownWindowMinute", "SamplingRateBoost_CooldownWindowMinutes")]
    [ValidateRange(1, int.MaxValue)]
    public int? CooldownWindowMinutes { get; set; }

    /// <summary>The members that the parameters name, before those of an object.</summary>
    /// <param name="input">The object's members.</param>
    private protected SamplingRule WithParameters(SamplingRule input) => new()
    {
        RuleName = input.RuleName,
        RuleARN = input.RuleARN,
        Priority = Priority ?? input.Priority,
        FixedRate = FixedRate ?? input.FixedRate,
        ReservoirSize = ReservoirSize ?? input.ReservoirSize,
        ServiceName = ServiceName ?? input.ServiceName,
        ServiceType = ServiceType ?? input.ServiceType,
        Host = Host ?? input.Host,
        HTTPMethod = HTTPMethod ?? input.HTTPMethod,
        URLPath = URLPath ?? input.URLPath,
        ResourceARN = ResourceARN ?? input.ResourceARN,
        Attributes = Attributes is null ? input.Attributes : TextMap.Read(Attributes),
        SamplingRateBoost = MaxRate is null && CooldownWindowMinutes is null
            ? input.SamplingRateBoost
            : new SamplingRateBoost
            {
                MaxRate = MaxRate ?? input.SamplingRateBoost?.MaxRate,
                CooldownWindowMinutes = CooldownWindowMinutes ?? input.SamplingRateBoost?.CooldownWindowMinutes,
            },
    };

    /// <summary>Reads an object; what is no rule is one error.</summary>
    /// <param name="input">The object.</param>
    private protected RuleInput? ReadInput(object input)
    {
        try
        {
            return RuleInput.Read(input);
        }
        catch (PSArgumentException failure)
        {
            WriteError(Errors.ErrorRecords.BadArgument("InvalidSamplingRule", failure.Message, input));
            return null;
        }
    }
}
