namespace XRayPS.Core.Filters;

/// <summary>Looks up the filters of groups, for <c>group.name</c> and <c>group.arn</c>.</summary>
public interface IGroupFilters
{
    /// <summary>The current filter expression of a group: empty when it takes every trace, null when there is no such group.</summary>
    /// <param name="nameOrArn">The name or the ARN, case-sensitive.</param>
    /// <param name="isArn">Whether it is an ARN.</param>
    string? Find(string nameOrArn, bool isArn);
}
