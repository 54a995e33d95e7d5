using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers.Resources;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>Removes a group and its tags. The traces stay.</summary>
internal sealed class DeleteGroup(Account account, GroupBook groups, ResourceTags tags)
    : Handler<GroupSelector, Empty>(Operations.DeleteGroup)
{
    protected override ValueTask<Empty> HandleAsync(GroupSelector request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                Group group = groups.Select(request.GroupName, request.GroupARN).Group;
                if (group.GroupName == GroupBook.Default)
                {
                    throw Refusal.InvalidRequest("The Default group cannot be deleted");
                }

                await groups.RemoveAsync(group.GroupName!, cancellationToken).ConfigureAwait(false);
                await tags.RemoveAllAsync(group.GroupARN!, cancellationToken).ConfigureAwait(false);
                return new Empty();
            },
            cancellationToken);
}
