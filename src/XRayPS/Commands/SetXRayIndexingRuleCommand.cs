using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Configuration;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;

namespace XRayPS.Commands;

/// <summary>Says which share of the spans of CloudWatch Logs become traces.</summary>
[Cmdlet(VerbsCommon.Set, "XRayIndexingRule", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
[CmdletOperation("UpdateIndexingRule")]
[OutputType(typeof(IndexingRule))]
public sealed class SetXRayIndexingRuleCommand : XRayApiCmdlet
{
    private const string ByName = "Name";
    private const string ByObject = "InputObject";

    /// <summary>The rule; X-Ray has the one that is called Default.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IndexingRuleNameCompleter))]
    public string Name { get; set; } = "Default";

    /// <summary>The percentage of spans, 0 to 100.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByObject)]
    [Alias("Probabilistic_DesiredSamplingPercentage", "Rule_Probabilistic_DesiredSamplingPercentage")]
    [ValidateRange(0.0, 100.0)]
    public double? DesiredSamplingPercentage { get; set; }

    /// <summary>Rules as objects: as they were read, kept in a file, or written as hashtables.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByName)
        {
            Set(new IndexingWish(Name, DesiredSamplingPercentage), Name);
            return;
        }

        foreach (object input in InputObject)
        {
            try
            {
                IndexingWish wish = IndexingWish.From(input);
                Set(wish with { Percentage = DesiredSamplingPercentage ?? wish.Percentage }, input);
            }
            catch (PSArgumentException failure)
            {
                WriteError(ErrorRecords.BadArgument("InvalidIndexingRule", failure.Message, input));
            }
        }
    }

    private void Set(IndexingWish wish, object target)
    {
        if (wish.Percentage is not { } percentage)
        {
            WriteError(ErrorRecords.BadArgument(
                "NothingToSet",
                $"Nothing is to be set of indexing rule {wish.Name}: give -DesiredSamplingPercentage.",
                target));
            return;
        }

        UpdateIndexingRuleRequest request = new()
        {
            Name = wish.Name,
            Rule = new IndexingRuleValue
            {
                Probabilistic = new ProbabilisticRuleValue { DesiredSamplingPercentage = percentage },
            },
        };
        if (ShouldProcess($"indexing rule {wish.Name}", FormattableString.Invariant($"Set to {percentage} % of spans")))
        {
            Call((caller, token) => UpdateAsync(caller, request, token), target);
        }
    }

    private static async Task UpdateAsync(ApiCaller caller, UpdateIndexingRuleRequest request, CancellationToken token)
    {
        Reply<UpdateIndexingRuleResponse> reply =
            await caller.SendAsync(Operations.UpdateIndexingRule, request, token).ConfigureAwait(false);
        caller.Feed.Write(reply.Demand(reply.Value.IndexingRule, "indexing rule"));
    }
}
