using System.Globalization;
using XRayPS.Core.Rendering.Diagram.Layout;

namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>Draws a service: a card with a ring of its outcomes around a sign of its kind, and words beside.</summary>
internal static class SvgNode
{
    private const double RingX = 33;
    private const double Radius = 21;
    private const double TextX = 66;
    private const double Margin = 10;

    // 13, and more because it is bold.
    private const double NameSize = 14.3;

    internal static void Write(SvgWriter svg, DiagramNode node, DiagramGraph graph, LayoutPoint corner, LayoutMeasures measures, bool interactive)
    {
        string place = $"translate({SvgWriter.Number(corner.X)} {SvgWriter.Number(corner.Y)})";
        string about = string.Join('\n', new[] { node.Name, node.Kind }.Concat(node.Load is { Total: > 0 } load ? LoadText.Lines(load, graph.Window) : []).Where(line => line.Length > 0));
        if (interactive)
        {
            string index = node.Index.ToString(CultureInfo.InvariantCulture);
            svg.Open("g", ("class", "node"), ("transform", place), ("data-node", index), ("tabindex", "-1"), ("role", "button"), ("aria-label", about.Replace('\n', ' ')));
        }
        else
        {
            svg.Open("g", ("class", "node"), ("transform", place));
        }

        svg.Text("title", about);
        svg.Empty("rect", ("class", "card"), ("width", SvgWriter.Number(measures.NodeWidth)), ("height", SvgWriter.Number(measures.NodeHeight)), ("rx", "10"));
        WriteRing(svg, node.Load, measures.NodeHeight / 2);
        svg.Empty("path", ("class", "icon"), ("d", NodeIcon.Of(node)), ("transform", $"translate({SvgWriter.Number(RingX - 10)} {SvgWriter.Number((measures.NodeHeight / 2) - 10)})"));
        WriteWords(svg, node, graph.Window, measures);
        svg.Close();
    }

    /// <summary>The ring begins at the top and goes round with the clock, each outcome with its share.</summary>
    private static void WriteRing(SvgWriter svg, DiagramLoad? load, double middle)
    {
        if (load is not { Total: > 0 })
        {
            Circle(svg, "ring", middle);
            return;
        }

        double begin = 0;
        foreach (TraceStatus status in LoadText.Outcomes.Where(status => load.Count(status) > 0))
        {
            double share = 100d * load.Count(status) / load.Total;
            string name = "ring " + status.ToString().ToLowerInvariant();
            if (share >= 100)
            {
                Circle(svg, name, middle);
                return;
            }

            // One failure in a thousand is still to be seen.
            double length = Math.Max(share, 1.5);
            Circle(
                svg, name, middle,
                ("pathLength", "100"),
                ("stroke-dasharray", string.Create(CultureInfo.InvariantCulture, $"{length:0.##} {Math.Max(0, 100 - length):0.##}")),
                ("stroke-dashoffset", string.Create(CultureInfo.InvariantCulture, $"{-begin:0.##}")),
                ("transform", string.Create(CultureInfo.InvariantCulture, $"rotate(-90 {RingX} {middle:0.##})")));
            begin += share;
        }
    }

    private static void Circle(SvgWriter svg, string name, double middle, params ReadOnlySpan<(string Name, string Value)> more)
    {
        svg.Empty("circle", [("class", name), ("cx", SvgWriter.Number(RingX)), ("cy", SvgWriter.Number(middle)), ("r", SvgWriter.Number(Radius)), .. more]);
    }

    private static void WriteWords(SvgWriter svg, DiagramNode node, TimeSpan? window, LayoutMeasures measures)
    {
        double room = measures.NodeWidth - TextX - Margin;
        List<(string Class, string Text, double Size, double Height)> lines = [("name", node.Name, NameSize, 17)];
        lines.Add(("kind", node.IsClient ? "client" : node.Kind, 10.5, 15));
        if (node.Load is { Total: > 0 } load)
        {
            lines.Add(("load", LoadText.Traffic(load, window), 10.5, 16));
            lines.Add(("times", LoadText.Times(load), 10.5, 14));
        }

        lines.RemoveAll(line => line.Text.Length == 0);
        double y = (measures.NodeHeight - lines.Sum(line => line.Height)) / 2;
        foreach ((string name, string text, double size, double height) in lines)
        {
            y += height;
            svg.Text("text", TextMetrics.Fit(text, size, room), ("class", name), ("x", SvgWriter.Number(TextX)), ("y", SvgWriter.Number(y - 4)));
        }
    }
}
