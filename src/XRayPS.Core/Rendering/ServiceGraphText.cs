using System.Globalization;
using System.Text;

namespace XRayPS.Core.Rendering;

/// <summary>
/// A service graph as lines for a terminal: each node, and under it the calls that it makes, with counts in columns.
/// Colours are escape sequences.
/// </summary>
public static class ServiceGraphText
{
    private const int TimeWidth = 9;

    private static readonly (string Name, int Width)[] Counts =
        [("Total", 8), ("Ok", 8), ("Error", 7), ("Throttle", 9), ("Fault", 7)];

    /// <summary>What the graph is of, and the headings of the columns.</summary>
    /// <param name="node">Any node of the graph.</param>
    /// <param name="width">The terminal's width in cells.</param>
    public static string Headings(Service node, int width)
    {
        string line = "Service and its calls".PadRight(NameWidth(width))
            + string.Concat(Counts.Select(column => column.Name.PadLeft(column.Width)))
            + "Average".PadLeft(TimeWidth);
        return Style.Paint(Subject(node) is { Length: > 0 } subject ? "Graph of " + subject : "Graph", Style.Heading) + "\n\n" + Style.Paint(line, Style.Dim);
    }

    /// <summary>What the graph is of: a trace, a window, or nothing known. It is one text for all nodes of a graph.</summary>
    /// <param name="node">Any node of the graph.</param>
    public static string Subject(Service node)
    {
        if (node.TraceId is not null)
        {
            return "trace " + CellText.Clean(node.TraceId);
        }

        return node.WindowStart is null
            ? ""
            : $"{InstantText.Format(node.WindowStart)} to {InstantText.Format(node.WindowEnd)}";
    }

    /// <summary>The node and its edges.</summary>
    /// <param name="node">The node.</param>
    /// <param name="width">The terminal's width in cells.</param>
    public static string Render(Service node, int width)
    {
        StringBuilder text = new();
        string kind = node.Root is true ? string.Join(", ", new[] { node.Type, "entry" }.Where(part => part is not null)) : node.Type ?? "";
        ServiceStatistics? own = node.SummaryStatistics;
        WriteName(text, "", node.Name, kind, Style.Name, width);
        WriteCounts(text, own?.TotalCount, own?.OkCount, own?.ErrorStatistics, own?.FaultStatistics, own?.TotalResponseTime);
        for (int index = 0; index < node.Edges.Count; index++)
        {
            Edge edge = node.Edges[index];
            EdgeStatistics? calls = edge.SummaryStatistics;
            text.Append('\n');
            string guides = index == node.Edges.Count - 1 ? "  └─> " : "  ├─> ";
            string target = edge.TargetName ?? string.Create(CultureInfo.InvariantCulture, $"#{edge.ReferenceId}");
            WriteName(text, guides, target, edge.EdgeType ?? edge.TargetType ?? "", "", width);
            WriteCounts(text, calls?.TotalCount, calls?.OkCount, calls?.ErrorStatistics, calls?.FaultStatistics, calls?.TotalResponseTime);
        }

        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static int NameWidth(int width) => Math.Max(22, width - Counts.Sum(column => column.Width) - TimeWidth);

    private static void WriteName(StringBuilder text, string guides, string? name, string kind, string color, int width)
    {
        int room = NameWidth(width) - 1 - guides.Length;
        string fitted = UrlText.Fit(name, room);
        string aside = CellText.Fit(CellText.Clean(kind), room - CellText.Measure(fitted) - 2);
        text.Append(Style.Paint(guides, Style.Dim));
        text.Append(color.Length == 0 ? fitted : Style.Paint(fitted, color));

        // A kind cut down to a letter or two says nothing.
        if (aside.Length < Math.Min(5, kind.Length))
        {
            aside = "";
        }

        string gap = aside.Length == 0 ? "" : "  ";
        text.Append(gap).Append(Style.Paint(aside, Style.Dim));
        text.Append(' ', 1 + room - CellText.Measure(fitted) - gap.Length - CellText.Measure(aside));
    }

    private static void WriteCounts(
        StringBuilder text, long? total, long? ok, ErrorStatistics? errors, FaultStatistics? faults, double? seconds)
    {
        // A node without statistics of its own (a client) has empty columns, not zeros.
        if (total is null)
        {
            return;
        }

        long throttled = errors?.ThrottleCount ?? 0;
        (long? Count, string Color)[] cells =
        [
            (total, ""),
            (ok, ""),
            (errors?.OtherCount ?? (errors?.TotalCount - throttled), Style.Of(TraceStatus.Error)),
            (throttled, Style.Of(TraceStatus.Throttle)),
            (faults?.TotalCount, Style.Of(TraceStatus.Fault)),
        ];
        foreach (((long? count, string color), (_, int width)) in cells.Zip(Counts))
        {
            string number = (count ?? 0).ToString(CultureInfo.InvariantCulture).PadLeft(width);
            text.Append(color.Length > 0 && count > 0 ? Style.Paint(number, color) : number);
        }

        text.Append(DurationText.Format(total > 0 ? seconds / total : null).PadLeft(TimeWidth));
    }
}
