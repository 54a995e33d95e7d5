using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Configuration;

/// <summary>Calls around groups.</summary>
internal static class GroupCalls
{
    /// <summary>A group by name or ARN. No name has a colon: an ARN is known wherever it stands.</summary>
    internal static GroupSelector Select(string? name, string? arn) =>
        name is not null && name.StartsWith("arn:", StringComparison.Ordinal)
            ? new GroupSelector { GroupARN = name }
            : new GroupSelector { GroupName = name, GroupARN = arn };

    /// <summary>The group.</summary>
    internal static async Task<Group> GetAsync(ApiCaller caller, GroupSelector group, CancellationToken token) =>
        Group(await caller.SendAsync(Operations.GetGroup, group, token).ConfigureAwait(false));

    /// <summary>Makes a group.</summary>
    internal static async Task<Group> CreateAsync(ApiCaller caller, GroupWish wish, CancellationToken token)
    {
        CreateGroupRequest request = new()
        {
            GroupName = wish.Name,
            FilterExpression = wish.Filter,
            InsightsConfiguration = wish.Switches(),
            Tags = wish.Tags is null ? null : new RecordList<Tag>(wish.Tags),
        };
        return Group(await caller.SendAsync(Operations.CreateGroup, request, token).ConfigureAwait(false));
    }

    /// <summary>Changes a group. The API wants the filter with every change: what is there is read first.</summary>
    internal static async Task<Group> UpdateAsync(ApiCaller caller, GroupWish wish, CancellationToken token)
    {
        GroupSelector group = Select(wish.Name, wish.Arn);
        GroupWish whole = wish.IsWhole
            ? wish
            : wish.Over(GroupWish.From(await GetAsync(caller, group, token).ConfigureAwait(false)));
        UpdateGroupRequest request = new()
        {
            GroupName = group.GroupName,
            GroupARN = group.GroupARN,
            FilterExpression = whole.Filter,
            InsightsConfiguration = whole.Switches(),
        };
        return Group(await caller.SendAsync(Operations.UpdateGroup, request, token).ConfigureAwait(false));
    }

    private static Group Group(Reply<GroupResponse> reply) => reply.Demand(reply.Value.Group, "group");
}
