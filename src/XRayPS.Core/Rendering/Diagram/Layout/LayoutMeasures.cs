namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>The sizes that a layout works with, in the units of the drawing.</summary>
public sealed record LayoutMeasures
{
    /// <summary>The width of a node.</summary>
    public double NodeWidth { get; init; } = 216;

    /// <summary>The height of a node.</summary>
    public double NodeHeight { get; init; } = 68;

    /// <summary>The room between two columns, where edges bend.</summary>
    public double ColumnGap { get; init; } = 104;

    /// <summary>The room between two nodes of a column.</summary>
    public double RowGap { get; init; } = 34;

    /// <summary>The room between an edge that passes a column and its neighbours there.</summary>
    public double LaneGap { get; init; } = 16;

    /// <summary>The room between parts that no edge connects.</summary>
    public double PartGap { get; init; } = 48;
}
