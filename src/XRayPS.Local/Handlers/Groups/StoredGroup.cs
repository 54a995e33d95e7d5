using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>A group as it is kept: what clients see, and the number of its filter.</summary>
internal sealed class StoredGroup
{
    internal static Shape<StoredGroup> Shape { get; } = new Shape<StoredGroup>("StoredGroup")
        .Structure("Group", static r => r.Group, static (r, v) => r.Group = v!, static () => GroupShapes.Group)
        .Integer("Version", static r => r.Version, static (r, v) => r.Version = v ?? 1);

    public Group Group { get; set; } = new();

    /// <summary>Counts the filters that the group had, from 1.</summary>
    public int Version { get; set; } = 1;
}
