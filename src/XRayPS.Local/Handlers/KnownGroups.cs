using XRayPS.Core.Filters;

namespace XRayPS.Local.Handlers;

/// <summary>The groups that there are without anybody having made them: Default, which takes every trace.</summary>
internal sealed class KnownGroups : IGroupFilters
{
    private const string Default = "Default";

    public string? Find(string nameOrArn, bool isArn)
    {
        bool isDefault = isArn ? nameOrArn.EndsWith($":group/{Default}", StringComparison.Ordinal) : nameOrArn == Default;
        return isDefault ? "" : null;
    }
}
