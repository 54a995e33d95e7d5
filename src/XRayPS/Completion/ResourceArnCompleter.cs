using XRayPS.Core.Ports;

namespace XRayPS.Completion;

/// <summary>Completes ARNs of what can carry tags: groups and sampling rules.</summary>
public sealed class ResourceArnCompleter : LiveCompleter
{
    private protected override async Task<IEnumerable<KeyValuePair<string, string>>> AskAsync(
        IXRayClient client, CancellationToken cancellationToken)
    {
        RecordList<Group> groups = await GroupNameCompleter.ReadAsync(client, cancellationToken).ConfigureAwait(false);
        IEnumerable<SamplingRule> rules =
            await SamplingRuleCompleter.ReadAsync(client, cancellationToken).ConfigureAwait(false);
        return
        [
            .. groups.Select(static group => KeyValuePair.Create(group.GroupARN ?? "", $"group {group.GroupName}")),
            .. rules.Select(static rule => KeyValuePair.Create(rule.RuleARN ?? "", $"sampling rule {rule.RuleName}")),
        ];
    }
}
