using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>
/// Changes a group. The filter is demanded even where only the insights switches are to change (observed). Traces that are
/// in the group stay in it.
/// </summary>
internal sealed class UpdateGroup(Account account, GroupBook groups)
    : Handler<UpdateGroupRequest, GroupResponse>(Operations.UpdateGroup)
{
    protected override ValueTask<GroupResponse> HandleAsync(UpdateGroupRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                StoredGroup stored = groups.Select(request.GroupName, request.GroupARN);
                Group group = stored.Group;
                if (group.GroupName == GroupBook.Default)
                {
                    CheckDefault(request);
                }
                else
                {
                    string filter = GroupFilter.Checked(request.FilterExpression, groups, group.GroupName!);
                    if (filter != group.FilterExpression)
                    {
                        stored.Filters.Add(new StoredFilter { Expression = filter, Since = account.Now });
                        group.FilterExpression = filter;
                    }
                }

                group.InsightsConfiguration = InsightsSwitches.Of(request.InsightsConfiguration, group.InsightsConfiguration);
                await groups.PutAsync(stored, cancellationToken).ConfigureAwait(false);
                return new GroupResponse { Group = group };
            },
            cancellationToken);

    private static void CheckDefault(UpdateGroupRequest request)
    {
        if (request.FilterExpression is not null)
        {
            throw Refusal.InvalidRequest("The filter expression of the Default group cannot be changed");
        }
    }
}
