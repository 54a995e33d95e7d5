using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Completion;

/// <summary>Completes names of groups.</summary>
public sealed class GroupNameCompleter : LiveCompleter
{
    private protected override async Task<IEnumerable<KeyValuePair<string, string>>> AskAsync(
        IXRayClient client, CancellationToken cancellationToken) =>
        (await ReadAsync(client, cancellationToken).ConfigureAwait(false))
            .Select(static group => KeyValuePair.Create(group.GroupName ?? "", group.FilterExpression ?? "a group"));

    /// <summary>The groups, Default first.</summary>
    internal static async Task<RecordList<Group>> ReadAsync(IXRayClient client, CancellationToken cancellationToken)
    {
        Reply<GetGroupsResponse> groups = await client
            .SendAsync(Operations.GetGroups, new GetGroupsRequest(), cancellationToken).ConfigureAwait(false);
        return groups.Value.Groups;
    }
}
