using System.Globalization;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Completion;

/// <summary>Completes names of sampling rules.</summary>
public sealed class SamplingRuleCompleter : LiveCompleter
{
    private protected override async Task<IEnumerable<KeyValuePair<string, string>>> AskAsync(
        IXRayClient client, CancellationToken cancellationToken) =>
        (await ReadAsync(client, cancellationToken).ConfigureAwait(false))
            .Select(static rule => KeyValuePair.Create(rule.RuleName ?? "", Tip(rule)));

    /// <summary>The rules, as X-Ray lists them.</summary>
    internal static async Task<IEnumerable<SamplingRule>> ReadAsync(
        IXRayClient client, CancellationToken cancellationToken)
    {
        Reply<GetSamplingRulesResponse> rules = await client
            .SendAsync(Operations.GetSamplingRules, new TokenRequest(), cancellationToken).ConfigureAwait(false);
        return rules.Value.SamplingRuleRecords.Select(static record => record.SamplingRule ?? new SamplingRule());
    }

    private static string Tip(SamplingRule rule) => string.Create(
        CultureInfo.InvariantCulture,
        $"priority {rule.Priority}: {rule.ReservoirSize} a second and {rule.FixedRate * 100:0.###} % of the rest");
}
