namespace XRayPS.Core.Rendering.Diagram;

/// <summary>A connection in a diagram.</summary>
/// <param name="Source">The calling node's index.</param>
/// <param name="Target">The called node's index.</param>
/// <param name="Edge">The edge of the graph.</param>
/// <param name="Load">What it carried; null on links.</param>
public sealed record DiagramEdge(int Source, int Target, Edge Edge, DiagramLoad? Load)
{
    /// <summary>Whether this is a trace link, not a call.</summary>
    public bool IsLink => Edge.EdgeType == "link";
}
