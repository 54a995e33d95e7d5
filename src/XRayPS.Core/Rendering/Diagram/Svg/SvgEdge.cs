using System.Globalization;
using System.Text;
using XRayPS.Core.Rendering.Diagram.Layout;

namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>Draws a connection: straight through columns, bent in the room between them, with an arrow at its end.</summary>
internal static class SvgEdge
{
    private const double TipLength = 8;

    internal static void Write(SvgWriter svg, int index, DiagramGraph graph, IReadOnlyList<LayoutPoint> points, bool interactive)
    {
        DiagramEdge edge = graph.Edges[index];
        string health = edge.Load is { Health: not TraceStatus.Ok and TraceStatus failing } ? " " + failing.ToString().ToLowerInvariant() : "";
        string path = Path(points);
        string width = SvgWriter.Number(1.2 + (4.3 * graph.Weight(edge)));
        string about = $"{graph.Nodes[edge.Source].Name} \u2192 {graph.Nodes[edge.Target].Name}"
            + (edge.IsLink ? "\nlink" : edge.Load is { Total: > 0 } load ? "\n" + string.Join('\n', LoadText.Lines(load, graph.Window)) : "");
        svg.Open("g", ("class", "connection"));
        svg.Text("title", about);
        svg.Empty("path", ("class", (edge.IsLink ? "call link" : "call") + health), ("d", path), ("stroke-width", width));
        WriteTip(svg, points, health);
        if (interactive)
        {
            svg.Empty(
                "path",
                ("class", "hit"), ("d", path), ("fill", "none"), ("stroke", "transparent"), ("stroke-width", "14"),
                ("data-edge", index.ToString(CultureInfo.InvariantCulture)));
        }

        svg.Close();
    }

    private static void WriteTip(SvgWriter svg, IReadOnlyList<LayoutPoint> points, string health)
    {
        LayoutPoint end = points[^1];
        if (points.Count == 1)
        {
            Tip(svg, health, end.X + 22, end.Y, 0, 1);
            return;
        }

        // The last stretch is level, so the arrow points along it.
        double direction = end.X >= points[^2].X ? 1 : -1;
        Tip(svg, health, end.X, end.Y, direction, 0);
    }

    private static void Tip(SvgWriter svg, string health, double x, double y, double dx, double dy)
    {
        const double Half = 4.5;
        (double backX, double backY) = (x - (TipLength * dx), y - (TipLength * dy));
        string shape = string.Create(
            CultureInfo.InvariantCulture,
            $"M{SvgWriter.Number(x)} {SvgWriter.Number(y)}L{SvgWriter.Number(backX - (Half * dy))} {SvgWriter.Number(backY + (Half * dx))}L{SvgWriter.Number(backX + (Half * dy))} {SvgWriter.Number(backY - (Half * dx))}Z");
        svg.Empty("path", ("class", "tip" + health), ("d", shape));
    }

    private static string Path(IReadOnlyList<LayoutPoint> points)
    {
        if (points.Count == 1)
        {
            LayoutPoint top = points[0];
            return $"M{At(top.X - 22, top.Y)}C{At(top.X - 22, top.Y - 28)} {At(top.X + 22, top.Y - 28)} {At(top.X + 22, top.Y - TipLength + 2)}";
        }

        StringBuilder path = new();
        path.Append('M').Append(At(points[0].X, points[0].Y));
        for (int i = 1; i < points.Count; i++)
        {
            LayoutPoint from = points[i - 1];
            LayoutPoint to = points[i];
            double sign = Math.Sign(to.X - from.X);
            double x = i == points.Count - 1 ? to.X - (sign * (TipLength - 2)) : to.X;
            if (Math.Abs(from.Y - to.Y) < 0.05)
            {
                path.Append('H').Append(SvgWriter.Number(x));
                continue;
            }

            double middle = (from.X + x) / 2;
            path.Append('C').Append(At(middle, from.Y)).Append(' ').Append(At(middle, to.Y)).Append(' ').Append(At(x, to.Y));
        }

        return path.ToString();
    }

    private static string At(double x, double y) => $"{SvgWriter.Number(x)} {SvgWriter.Number(y)}";
}
