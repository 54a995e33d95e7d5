using XRayPS.Core.Rendering.Diagram.Layout;

namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>
/// A service graph as a drawing that stands alone: cards with rings of outcomes, edges by traffic, links dashed; light or
/// dark as its reader prefers. The drawing depends on the graph alone.
/// </summary>
public static class SvgMap
{
    private const double Margin = 28;

    /// <summary>The sizes of maps.</summary>
    public static LayoutMeasures Measures { get; } = new() { NodeWidth = 224, NodeHeight = 78, ColumnGap = 112, RowGap = 30, LaneGap = 18 };

    /// <summary>The drawing, lines ended by LF.</summary>
    /// <param name="graph">The graph.</param>
    public static string Render(DiagramGraph graph) => Render(graph, interactive: false);

    /// <summary>The drawing.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="interactive">
    /// Whether it goes into a page: then nodes and edges carry their index, and colours and background are the page's.
    /// </param>
    internal static string Render(DiagramGraph graph, bool interactive)
    {
        LayoutResult layout = LayeredLayout.Of(graph, Measures);
        double width = Math.Ceiling(layout.Width + (2 * Margin));
        double height = Math.Ceiling(layout.Height + (2 * Margin));
        using SvgWriter svg = new();
        string box = $"{SvgWriter.Number(-Margin)} {SvgWriter.Number(-Margin)} {SvgWriter.Number(width)} {SvgWriter.Number(height)}";
        svg.Open(
            "svg",
            ("class", "xray-map"), ("viewBox", box), ("width", SvgWriter.Number(width)), ("height", SvgWriter.Number(height)),
            ("role", interactive ? "group" : "img"), ("aria-label", "Service map"));
        if (!interactive)
        {
            svg.Text("style", "\n" + MapStyle.Standalone);
            svg.Empty("rect", ("class", "canvas"), ("x", SvgWriter.Number(-Margin)), ("y", SvgWriter.Number(-Margin)), ("width", SvgWriter.Number(width)), ("height", SvgWriter.Number(height)), ("rx", "12"));
        }

        svg.Open("g", ("class", "everything"));
        for (int i = 0; i < graph.Edges.Count; i++)
        {
            SvgEdge.Write(svg, i, graph, layout.Edges[i], interactive);
        }

        EdgeLabels labels = new();
        for (int i = 0; i < graph.Edges.Count; i++)
        {
            labels.Write(svg, graph.Edges[i], layout.Edges[i], layout.Measures);
        }

        foreach (DiagramNode node in graph.Nodes)
        {
            SvgNode.Write(svg, node, graph, layout.Nodes[node.Index], layout.Measures, interactive);
        }

        svg.Close();
        svg.Close();
        return svg.ToString();
    }
}
