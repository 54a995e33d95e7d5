using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers.Resources;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>Makes a group. Traces that arrive from now on are compared with its filter.</summary>
internal sealed class CreateGroup(Account account, GroupBook groups, ResourceTags tags)
    : Handler<CreateGroupRequest, GroupResponse>(Operations.CreateGroup)
{
    protected override ValueTask<GroupResponse> HandleAsync(CreateGroupRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                string name = CheckedName(request.GroupName!);
                string filter = GroupFilter.Checked(request.FilterExpression, groups, name);
                Check(name);
                IReadOnlyList<Tag> initial = ResourceTags.Checked(request.Tags ?? []);
                StoredGroup stored = new()
                {
                    Group = new Group
                    {
                        GroupName = name,
                        GroupARN = groups.NewArn(name),
                        FilterExpression = filter,
                        InsightsConfiguration = InsightsSwitches.Of(request.InsightsConfiguration, null),
                    },
                    Filters = [new StoredFilter { Expression = filter, Since = account.Now }],
                };
                await groups.PutAsync(stored, cancellationToken).ConfigureAwait(false);
                await tags.ReplaceAsync(stored.Group.GroupARN, initial, cancellationToken).ConfigureAwait(false);
                return new GroupResponse { Group = stored.Group };
            },
            cancellationToken);

    private static string CheckedName(string name)
    {
        if (name == GroupBook.Default)
        {
            throw Refusal.InvalidRequest($"{name} is a reserved group name");
        }

        return name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? name
            : throw Refusal.InvalidRequest("Invalid group name");
    }

    private void Check(string name)
    {
        if (groups.FindByName(name) is not null)
        {
            throw Refusal.InvalidRequest($"{name} already exists");
        }

        if (groups.Custom().Count() >= GroupBook.Limit)
        {
            throw Refusal.InvalidRequest($"The limit of {GroupBook.Limit} groups is reached");
        }
    }
}
