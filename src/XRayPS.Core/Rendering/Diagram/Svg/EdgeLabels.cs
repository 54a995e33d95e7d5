using XRayPS.Core.Rendering.Diagram.Layout;

namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>
/// Puts words at edges where there is room: in the middle of a bend, and not over other words. An edge without room goes
/// without; its title says the same.
/// </summary>
internal sealed class EdgeLabels
{
    private const double Size = 10;
    private const double Height = 13;

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    internal void Write(SvgWriter svg, DiagramEdge edge, IReadOnlyList<LayoutPoint> points, LayoutMeasures measures)
    {
        if (edge.IsLink || edge.Load is not { Total: > 0 } load || points.Count < 2)
        {
            return;
        }

        string text = LoadText.Count(load.Total) + (load.P50 is { } p50 ? $" \u00b7 {DurationText.Format(p50)}" : "");
        double width = TextMetrics.Measure(text, Size);
        if (width > measures.ColumnGap - 12)
        {
            return;
        }

        // Bends lie between an odd point and the next; the one at the target tells best which edge is meant.
        for (int i = points.Count - 2; i >= 0; i -= 2)
        {
            double x = (points[i].X + points[i + 1].X) / 2;
            double y = (points[i].Y + points[i + 1].Y) / 2;
            (double Left, double Top, double Right, double Bottom) box = (x - (width / 2), y - (Height / 2), x + (width / 2), y + (Height / 2));
            if (_taken.TrueForAll(other => !Overlap(box, other)))
            {
                _taken.Add(box);
                svg.Empty("rect", ("class", "plate"), ("x", SvgWriter.Number(box.Left - 4)), ("y", SvgWriter.Number(box.Top)), ("width", SvgWriter.Number(width + 8)), ("height", SvgWriter.Number(Height)), ("rx", "4"));
                svg.Text("text", text, ("class", "label"), ("x", SvgWriter.Number(x)), ("y", SvgWriter.Number(y + 3.5)));
                return;
            }
        }
    }

    private static bool Overlap(
        (double Left, double Top, double Right, double Bottom) one, (double Left, double Top, double Right, double Bottom) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;
}
