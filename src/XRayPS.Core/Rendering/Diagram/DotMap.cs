using System.Globalization;
using System.Net;
using System.Text;

namespace XRayPS.Core.Rendering.Diagram;

/// <summary>
/// A service graph in Graphviz's language (https://graphviz.org/doc/info/lang.html): a table in each node with a bar of its
/// outcomes, lines by traffic, links dashed. The text depends on the graph alone.
/// </summary>
public static class DotMap
{
    private const int BarWidth = 160;

    /// <summary>The diagram's source, lines ended by LF.</summary>
    /// <param name="graph">The graph.</param>
    public static string Render(DiagramGraph graph)
    {
        StringBuilder text = new("digraph services {\n");
        text.Append("  graph [rankdir=LR, nodesep=0.35, ranksep=0.9, bgcolor=transparent];\n");
        text.Append(CultureInfo.InvariantCulture, $"  node [shape=box, style=\"rounded,filled\", fillcolor=white, penwidth=1.5, margin=\"0.12,0.08\", fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, fontcolor=\"{Palette.Text}\"];\n");
        text.Append(CultureInfo.InvariantCulture, $"  edge [arrowsize=0.7, fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, fontcolor=\"{Palette.Muted}\"];\n");
        foreach (DiagramNode node in graph.Nodes)
        {
            string color = node.Load is { } load ? Palette.Stroke(load.Health) : Palette.Line;
            text.Append(CultureInfo.InvariantCulture, $"  n{node.Index} [label={Label(node, graph.Window)}, color=\"{color}\", tooltip={Quote(Tooltip(node, graph.Window))}];\n");
        }

        foreach (DiagramEdge edge in graph.Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{edge.Source} -> n{edge.Target} [{Attributes(edge, graph)}];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Label(DiagramNode node, TimeSpan? window)
    {
        StringBuilder label = new("<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">");
        label.Append(CultureInfo.InvariantCulture, $"<TR><TD><B>{Markup(node.Name)}</B></TD></TR>");
        if (node.Kind.Length > 0)
        {
            label.Append(CultureInfo.InvariantCulture, $"<TR><TD><FONT POINT-SIZE=\"9\" COLOR=\"{Palette.Muted}\">{Markup(node.Kind)}</FONT></TD></TR>");
        }

        if (node.Load is { Total: > 0 } load)
        {
            AppendBar(label, load);
            foreach (string line in LoadText.Lines(load, window))
            {
                label.Append(CultureInfo.InvariantCulture, $"<TR><TD><FONT POINT-SIZE=\"9\">{Markup(line)}</FONT></TD></TR>");
            }
        }

        return label.Append("</TABLE>>").ToString();
    }

    private static void AppendBar(StringBuilder label, DiagramLoad load)
    {
        label.Append("<TR><TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>");
        foreach (TraceStatus status in LoadText.Outcomes.Where(status => load.Count(status) > 0))
        {
            int width = (int)Math.Max(2, Math.Round((double)BarWidth * load.Count(status) / load.Total));
            label.Append(CultureInfo.InvariantCulture, $"<TD FIXEDSIZE=\"TRUE\" WIDTH=\"{width}\" HEIGHT=\"5\" BGCOLOR=\"{Palette.Stroke(status)}\"></TD>");
        }

        label.Append("</TR></TABLE></TD></TR>");
    }

    private static string Attributes(DiagramEdge edge, DiagramGraph graph)
    {
        string width = (1 + (4 * graph.Weight(edge))).ToString("0.0", CultureInfo.InvariantCulture);
        string color = edge.Load is { Health: not TraceStatus.Ok and TraceStatus failing } ? Palette.Stroke(failing) : Palette.Line;
        List<string> attributes = [$"color=\"{color}\"", $"penwidth={width}"];
        if (edge.IsLink)
        {
            attributes.Add("style=dashed");
            attributes.Add("label=\"link\"");
        }
        else if (edge.Load is { Total: > 0 } load)
        {
            string label = string.Join('\n', new[] { LoadText.Count(load.Total), LoadText.Times(load) }.Where(part => part.Length > 0));
            attributes.Add($"label={Quote(label)}");
            attributes.Add($"tooltip={Quote(string.Join('\n', LoadText.Lines(load, graph.Window)))}");
        }

        return string.Join(", ", attributes);
    }

    private static string Tooltip(DiagramNode node, TimeSpan? window) => string.Join(
        '\n', new[] { node.Name, node.Kind }.Where(part => part.Length > 0).Concat(node.Load is { } load ? LoadText.Lines(load, window) : []));

    /// <summary>A quoted string: a backslash begins an escape in labels, and an entity would be read as its character.</summary>
    private static string Quote(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    /// <summary>A text inside a label of the table kind.</summary>
    private static string Markup(string text) => WebUtility.HtmlEncode(text);
}
