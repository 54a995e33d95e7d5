using System.Globalization;
using System.Text;

namespace XRayPS.Core.Rendering;

/// <summary>
/// A trace as lines for a terminal: the tree on the left, then outcome, start and duration, and a bar that shows when
/// the work was done where the terminal is wide enough. Colours are escape sequences.
/// </summary>
public sealed class TraceTreeText
{
    private const int StatusWidth = 12;
    private const int TimeWidth = 9;
    private const int RoomForBars = 100;

    private readonly StringBuilder _text = new();
    private readonly int _treeWidth;
    private readonly int _barWidth;
    private readonly double _origin;
    private readonly double _span;

    private TraceTreeText(TraceTree tree, int width)
    {
        _barWidth = width >= RoomForBars ? Math.Min(60, (width - 60) / 2) : 0;
        int fixedWidth = StatusWidth + TimeWidth + TimeWidth + 3 + (_barWidth > 0 ? _barWidth + 2 : 0);
        _treeWidth = Math.Max(20, width - fixedWidth);

        SegmentDocument[] all = [.. tree.Roots.SelectMany(Flatten)];
        double[] starts = [.. all.Where(one => one.StartSeconds is not null).Select(one => one.StartSeconds!.Value)];
        _origin = starts.Length == 0 ? 0 : starts.Min();
        double end = all.Max(one => one.EndSeconds ?? one.StartSeconds) ?? _origin;
        _span = Math.Max(end - _origin, 0);
    }

    /// <summary>The tree of a trace, with a line on the trace above it.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="width">The terminal's width in cells.</param>
    public static string Render(Trace trace, int width)
    {
        string id = "Trace " + CellText.Clean(trace.Id);
        string facts = string.Join("  ", Facts(trace).Where(fact => fact.Length > 0));
        bool fits = id.Length + 2 + facts.Length <= width;
        StringBuilder head = new();
        head.Append(Style.Paint(id, Style.Heading)).Append(fits ? "  " : "\n").Append(facts).Append("\n\n");
        SegmentDocument[] documents = [.. trace.Segments.Where(one => one.Parsed is not null).Select(one => one.Parsed!)];
        head.Append(documents.Length == 0 ? "(no segments)" : Render(TraceTree.Build(documents), width));
        foreach (Segment unreadable in trace.Segments.Where(segment => segment.Parsed is null))
        {
            head.Append('\n').Append(CellText.Clean(unreadable.Id)).Append(" (the document could not be read)");
        }

        return head.ToString();
    }

    /// <summary>The tree of one document; what it names as its parent does not matter here.</summary>
    /// <param name="document">The segment or subsegment.</param>
    /// <param name="width">The terminal's width in cells.</param>
    public static string Render(SegmentDocument document, int width)
    {
        TraceTree tree = TraceTree.Build([document]);
        tree.Roots[0].IsOrphan = false;
        return Render(tree, width);
    }

    private static string Render(TraceTree tree, int width) => new TraceTreeText(tree, width).Render(tree);

    private static IEnumerable<string> Facts(Trace trace)
    {
        yield return InstantText.Format(trace.StartTime);
        yield return DurationText.Format(trace.Duration);
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{trace.Segments.Count} segment{(trace.Segments.Count == 1 ? "" : "s")}");
        yield return trace.LimitExceeded is true ? "over the size limit, segments are missing" : "";
    }

    private static IEnumerable<SegmentDocument> Flatten(TraceTreeNode node) =>
        node.Children.SelectMany(Flatten).Prepend(node.Document);

    private string Render(TraceTree tree)
    {
        WriteHeadings();
        foreach (TraceTreeNode root in tree.Roots)
        {
            WriteNode(root, "", "");
        }

        return _text.ToString().TrimEnd('\n');
    }

    private void WriteHeadings()
    {
        string line = "Segment".PadRight(_treeWidth) + " " + "Status".PadRight(StatusWidth) + " "
            + "Start".PadLeft(TimeWidth) + " " + "Duration".PadLeft(TimeWidth) + (_barWidth > 0 ? "  Timeline" : "");
        _text.Append(Style.Paint(line, Style.Dim)).Append('\n');
    }

    private void WriteNode(TraceTreeNode node, string ownGuides, string innerGuides)
    {
        SegmentDocument document = node.Document;
        string status = WorkText.Status(document);
        string color = WorkText.Color(document);
        string start = document.StartSeconds is { } seconds ? DurationText.Format(Math.Round(seconds - _origin, 6)) : "";
        StringBuilder line = new();
        WriteLabel(line, node, ownGuides);
        line.Append(' ').Append(Style.Paint(status, color)).Append(CellText.Pad(status, StatusWidth));
        line.Append(' ').Append(Style.Paint(start.PadLeft(TimeWidth), Style.Dim));
        line.Append(' ').Append(DurationText.Format(document.Duration).PadLeft(TimeWidth));
        if (_barWidth > 0)
        {
            line.Append("  ").Append(Style.Paint(Bar(document), color));
        }

        _text.Append(line.ToString().TrimEnd()).Append('\n');
        WriteExceptions(document, innerGuides + (node.Children.Count > 0 ? "│  " : "   "));
        for (int index = 0; index < node.Children.Count; index++)
        {
            bool last = index == node.Children.Count - 1;
            WriteNode(node.Children[index], innerGuides + (last ? "└─ " : "├─ "), innerGuides + (last ? "   " : "│  "));
        }
    }

    // The name comes first; what room is left goes to the kind and to what was asked for.
    private void WriteLabel(StringBuilder line, TraceTreeNode node, string guides)
    {
        // In a tree that is deeper than the terminal is wide, names matter more than the depth.
        string shown = guides.Length > _treeWidth - 12 ? "… " + guides[^Math.Min(guides.Length, 3)..] : guides;
        string name = CellText.Fit(CellText.Clean(node.Document.Name ?? node.Document.Id), _treeWidth - shown.Length);
        line.Append(Style.Paint(shown, Style.Dim)).Append(node.IsSegment ? Style.Paint(name, Style.Name) : name);
        int used = shown.Length + CellText.Measure(name);
        used += WriteAside(line, node.IsOrphan ? "(its caller is not here)" : "", _treeWidth - used);
        if (node.IsSegment || WorkText.Detail(node.Document, _treeWidth).Length == 0)
        {
            used += WriteAside(line, CellText.Clean(node.Kind), _treeWidth - used);
        }

        used += WriteAside(line, WorkText.Detail(node.Document, Math.Max(0, _treeWidth - used - 2)), _treeWidth - used);
        line.Append(' ', Math.Max(0, _treeWidth - used));
    }

    private static int WriteAside(StringBuilder line, string text, int room)
    {
        if (text.Length == 0 || room < 8)
        {
            return 0;
        }

        string fitted = CellText.Fit(text, room - 2);
        line.Append("  ").Append(Style.Paint(fitted, Style.Dim));
        return 2 + CellText.Measure(fitted);
    }

    private void WriteExceptions(SegmentDocument document, string guides)
    {
        foreach (SegmentException exception in document.Cause?.Exceptions ?? [])
        {
            string text = CellText.Clean(string.Join(": ", new[] { exception.Type, exception.Message }.Where(part => !string.IsNullOrEmpty(part))));
            int room = _treeWidth + 1 + StatusWidth + 1 + TimeWidth + 1 + TimeWidth - guides.Length - 2;
            _text.Append(Style.Paint(guides, Style.Dim));
            _text.Append(Style.Paint("! " + CellText.Fit(text, room), Style.Of(TraceStatus.Fault))).Append('\n');
        }
    }

    private string Bar(SegmentDocument document)
    {
        if (document.StartSeconds is not { } start)
        {
            return "";
        }

        double end = document.EndSeconds ?? _origin + _span;
        int first = _span > 0 ? (int)((start - _origin) / _span * _barWidth) : 0;
        int last = _span > 0 ? (int)Math.Ceiling((end - _origin) / _span * _barWidth) : _barWidth;
        first = Math.Clamp(first, 0, _barWidth - 1);
        last = Math.Clamp(last, first + 1, _barWidth);
        return new string(' ', first) + new string(document.EndSeconds is null ? '░' : '█', last - first);
    }
}
