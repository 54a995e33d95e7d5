using System.Globalization;
using System.Text;

namespace XRayPS.Core.Rendering.Diagram;

/// <summary>
/// A service graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html): colours by health, lines by
/// traffic, links dotted. The text depends on the graph alone.
/// </summary>
public static class MermaidMap
{
    /// <summary>The diagram's source, lines ended by LF.</summary>
    /// <param name="graph">The graph.</param>
    public static string Render(DiagramGraph graph)
    {
        StringBuilder text = new("flowchart LR\n");
        foreach (DiagramNode node in graph.Nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{node.Index}{Label(node, graph.Window)}:::{Class(node)}\n");
        }

        foreach (DiagramEdge edge in graph.Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{edge.Source} {Arrow(edge)} n{edge.Target}\n");
        }

        foreach (TraceStatus status in LoadText.Outcomes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  classDef {Class(status)} fill:{Palette.Fill(status)},stroke:{Palette.Stroke(status)},color:{Palette.Text},stroke-width:2px\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  classDef client fill:{Palette.Neutral},stroke:{Palette.Line},color:{Palette.Text}\n");
        for (int i = 0; i < graph.Edges.Count; i++)
        {
            DiagramEdge edge = graph.Edges[i];
            string color = edge.Load is { Health: not TraceStatus.Ok and TraceStatus failing } ? Palette.Stroke(failing) : Palette.Line;
            string width = (1 + (4 * graph.Weight(edge))).ToString("0.0", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"  linkStyle {i} stroke:{color},stroke-width:{width}px\n");
        }

        return text.ToString();
    }

    private static string Label(DiagramNode node, TimeSpan? window)
    {
        List<string> lines = [node.Name];
        if (node.Kind.Length > 0)
        {
            lines.Add(node.Kind);
        }

        if (node.Load is { Total: > 0 } load)
        {
            lines.AddRange(LoadText.Lines(load, window));
        }

        string label = string.Join("<br/>", lines.Select(MermaidText.Escape));
        return node.IsClient ? $"([\"{label}\"])" : $"[\"{label}\"]";
    }

    private static string Arrow(DiagramEdge edge)
    {
        string line = edge.IsLink ? "-.->" : "-->";
        string words = edge.IsLink ? "link"
            : edge.Load is { Total: > 0 } load
                ? string.Join("<br/>", new[] { LoadText.Count(load.Total), LoadText.Times(load) }.Where(part => part.Length > 0).Select(MermaidText.Escape))
                : "";
        return words.Length == 0 ? line : $"{line}|\"{words}\"|";
    }

    private static string Class(DiagramNode node) => node.Load is { } load ? Class(load.Health) : "client";

    private static string Class(TraceStatus status) => status.ToString().ToLowerInvariant();
}
