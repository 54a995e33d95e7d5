using XRayPS.Core.Filters;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>What a group asks of its filter. It is kept as it was written.</summary>
internal static class GroupFilter
{
    /// <summary>The filter, if the group may have it.</summary>
    /// <param name="expression">The filter.</param>
    /// <param name="groups">The groups that it may refer to.</param>
    /// <param name="name">The group that it is for: a filter that leads back to its own group has no end.</param>
    /// <exception cref="Refusal">The filter is blank or is not valid.</exception>
    internal static string Checked(string? expression, GroupBook groups, string name)
    {
        if (string.IsNullOrWhiteSpace(expression))
        {
            throw Refusal.InvalidRequest("Filter Expression is empty");
        }

        if (!Filter.TryParse(expression, new Changed(groups, name, expression), out _, out FilterError? error))
        {
            throw Refusal.InvalidRequest(error.ServiceMessage);
        }

        return expression;
    }

    /// <summary>The groups as they would be after the change.</summary>
    private sealed class Changed(GroupBook groups, string name, string expression) : IGroupFilters
    {
        public string? Find(string nameOrArn, bool isArn) =>
            nameOrArn == (isArn ? groups.FindByName(name)?.Group.GroupARN : name) ? expression : groups.Find(nameOrArn, isArn);
    }
}
