namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>Puts the parts of a graph in rows, the largest first.</summary>
internal static class PartPacking
{
    /// <summary>The rows are at least this wide; about what a screen shows.</summary>
    private const double LeastWidth = 1400;

    internal static LayoutResult Pack(int nodes, int edges, IReadOnlyList<LayoutPart> parts, LayoutMeasures measures)
    {
        LayoutPoint[] corners = new LayoutPoint[nodes];
        IReadOnlyList<LayoutPoint>[] paths = new IReadOnlyList<LayoutPoint>[edges];
        double room = Math.Max(LeastWidth, parts.Select(part => part.Width).DefaultIfEmpty().Max());
        double x = 0;
        double y = 0;
        double rowHeight = 0;
        double width = 0;
        foreach (LayoutPart part in parts)
        {
            if (x > 0 && x + part.Width > room)
            {
                x = 0;
                y += rowHeight + measures.PartGap;
                rowHeight = 0;
            }

            part.CopyTo(corners, paths, x, y);
            x += part.Width;
            width = Math.Max(width, x);
            x += measures.PartGap;
            rowHeight = Math.Max(rowHeight, part.Height);
        }

        return new LayoutResult(corners, paths, width, y + rowHeight, measures);
    }
}
