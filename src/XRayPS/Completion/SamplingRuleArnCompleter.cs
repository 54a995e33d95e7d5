using XRayPS.Core.Ports;

namespace XRayPS.Completion;

/// <summary>Completes ARNs of sampling rules.</summary>
public sealed class SamplingRuleArnCompleter : LiveCompleter
{
    private protected override async Task<IEnumerable<KeyValuePair<string, string>>> AskAsync(
        IXRayClient client, CancellationToken cancellationToken) =>
        (await SamplingRuleCompleter.ReadAsync(client, cancellationToken).ConfigureAwait(false))
            .Select(static rule => KeyValuePair.Create(rule.RuleARN ?? "", $"sampling rule {rule.RuleName}"));
}
