using XRayPS.Core.Ports;

namespace XRayPS.Completion;

/// <summary>Completes ARNs of groups.</summary>
public sealed class GroupArnCompleter : LiveCompleter
{
    private protected override async Task<IEnumerable<KeyValuePair<string, string>>> AskAsync(
        IXRayClient client, CancellationToken cancellationToken) =>
        (await GroupNameCompleter.ReadAsync(client, cancellationToken).ConfigureAwait(false))
            .Select(static group => KeyValuePair.Create(group.GroupARN ?? "", $"group {group.GroupName}"));
}
