using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Completion;

/// <summary>Completes names of indexing rules.</summary>
public sealed class IndexingRuleNameCompleter : LiveCompleter
{
    private protected override async Task<IEnumerable<KeyValuePair<string, string>>> AskAsync(
        IXRayClient client, CancellationToken cancellationToken)
    {
        Reply<GetIndexingRulesResponse> rules = await client
            .SendAsync(Operations.GetIndexingRules, new TokenRequest(), cancellationToken).ConfigureAwait(false);
        return rules.Value.IndexingRules.Select(static rule =>
            KeyValuePair.Create(rule.Name ?? "", rule.Rule?.ToString() ?? "a rule"));
    }
}
