namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>A point of a drawing; y grows downwards.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public readonly record struct LayoutPoint(double X, double Y);

/// <summary>Where everything is.</summary>
/// <param name="Nodes">The upper left corner of each node.</param>
/// <param name="Edges">
/// The points of each edge from source to target: pairs that belong to one column lie on one height, and the edge bends in
/// the room between columns. A single point is the top of a node that calls itself.
/// </param>
/// <param name="Width">The width of it all.</param>
/// <param name="Height">The height of it all.</param>
/// <param name="Measures">The sizes that it was made with.</param>
public sealed record LayoutResult(
    IReadOnlyList<LayoutPoint> Nodes,
    IReadOnlyList<IReadOnlyList<LayoutPoint>> Edges,
    double Width,
    double Height,
    LayoutMeasures Measures);
