using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>A group as it is kept: what clients see, and the filters that it had.</summary>
internal sealed class StoredGroup
{
    internal static Shape<StoredGroup> Shape { get; } = new Shape<StoredGroup>("StoredGroup")
        .Structure("Group", static r => r.Group, static (r, v) => r.Group = v!, static () => GroupShapes.Group)
        .Structures("Filters", static r => r.Filters, static (r, v) => r.Filters = v!, static () => StoredFilter.Shape);

    public Group Group { get; set; } = new();

    /// <summary>The filters, the present one last; empty for Default.</summary>
    public RecordList<StoredFilter> Filters { get; set; } = [];
}

/// <summary>A filter that a group has or had.</summary>
internal sealed class StoredFilter
{
    internal static Shape<StoredFilter> Shape { get; } = new Shape<StoredFilter>("StoredFilter")
        .Text("Expression", static r => r.Expression, static (r, v) => r.Expression = v)
        .Timestamp("Since", static r => r.Since, static (r, v) => r.Since = v);

    public string? Expression { get; set; }

    /// <summary>From when on traces were compared with it.</summary>
    public DateTimeOffset? Since { get; set; }
}
