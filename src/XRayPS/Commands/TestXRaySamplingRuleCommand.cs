using System.Collections;
using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Core.Sampling;
using XRayPS.Errors;
using XRayPS.Sampling;

namespace XRayPS.Commands;

/// <summary>Says which sampling rule a request would meet, why not those before it, and how many are sampled.</summary>
[Cmdlet(VerbsDiagnostic.Test, "XRaySamplingRule")]
[OutputType(typeof(SamplingOutcome), typeof(SamplingRuleCheck))]
public sealed class TestXRaySamplingRuleCommand : XRayApiCmdlet
{
    private readonly List<SamplingRule> _given = [];

    /// <summary>The name of the segment.</summary>
    [Parameter(Position = 0)]
    [Alias("Service")]
    [ArgumentCompleter(typeof(ServiceNameCompleter))]
    public string? ServiceName { get; set; }

    /// <summary>The origin of the segment.</summary>
    [Parameter]
    [Alias("Origin")]
    [ArgumentCompleter(typeof(ServiceTypeCompleter))]
    public string? ServiceType { get; set; }

    /// <summary>The method.</summary>
    [Parameter]
    [Alias("Method")]
    [ArgumentCompleter(typeof(HttpMethodCompleter))]
    public string? HTTPMethod { get; set; }

    /// <summary>The URL: its path and, where it has one, its host.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Uri? Url { get; set; }

    /// <summary>The path of the URL, before that of -Url.</summary>
    [Parameter]
    [Alias("Path")]
    public string? URLPath { get; set; }

    /// <summary>The Host header, before the host of -Url.</summary>
    [Parameter]
    public new string? Host { get; set; }

    /// <summary>The ARN of the AWS resource that runs the code.</summary>
    [Parameter]
    public string? ResourceARN { get; set; }

    /// <summary>Attributes of the request.</summary>
    [Parameter]
    [Alias("Attribute")]
    [ValidateNotNull]
    public IDictionary? Attributes { get; set; }

    /// <summary>Such requests a second over all clients.</summary>
    [Parameter]
    [ValidateRange(0.0, 1e12)]
    public double? RequestsPerSecond { get; set; }

    /// <summary>Rules to look at in place of those of the session.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Rule")]
    [ValidateNotNullOrEmpty]
    public object[]? InputObject { get; set; }

    /// <summary>One object a rule that was looked at rather than the outcome.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (object input in InputObject ?? [])
        {
            try
            {
                _given.Add(Arguments.Unwrap(input) is string name
                    ? throw new PSArgumentException($"The name '{name}' alone is no rule; Get-XRaySamplingRule gives it.")
                    : RuleInput.Read(input).Rule);
            }
            catch (PSArgumentException failure)
            {
                WriteError(ErrorRecords.BadArgument("InvalidSamplingRule", failure.Message, input));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IReadOnlyList<SamplingRule>? rules = InputObject is null && !MyInvocation.ExpectingInput ? null : _given;
        if (rules is null)
        {
            Call(async (caller, token) => rules = await RuleCalls.AllAsync(caller, token).ConfigureAwait(false));
        }

        if (rules is null)
        {
            return;
        }

        SamplingRequest request = Request();
        if (Detailed)
        {
            WriteObject(SamplingTest.Check(rules, request), enumerateCollection: true);
            return;
        }

        SamplingOutcome outcome = SamplingTest.Decide(rules, request, RequestsPerSecond);
        if (outcome.RuleName is null)
        {
            WriteWarning(
                "The request meets none of these rules. X-Ray's own Default rule, which matches everything, is not among them.");
        }

        WriteObject(outcome);
    }

    private SamplingRequest Request() => new()
    {
        ServiceName = ServiceName,
        ServiceType = ServiceType,
        HttpMethod = HTTPMethod,
        UrlPath = URLPath ?? UrlParts.Path(Url),
        Host = Host ?? UrlParts.Host(Url),
        ResourceArn = ResourceARN,
        Attributes = Attributes is null
            ? null
            : TextMap.Read(Attributes).ToDictionary(static entry => entry.Key, static entry => entry.Value),
    };
}
