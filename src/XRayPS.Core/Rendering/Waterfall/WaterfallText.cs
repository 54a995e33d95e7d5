using System.Globalization;
using System.Text;
using XRayPS.Core.Analysis;

namespace XRayPS.Core.Rendering;

/// <summary>
/// A trace as lines for a terminal: the tree of services, segments and subsegments on the left, then outcome, start and
/// duration, and bars on a common time axis. Colours are escape sequences, and nothing depends on them.
/// </summary>
public sealed class WaterfallText
{
    private const int TimeWidth = 9;
    private const int RoomForWords = 100;

    private readonly WaterfallOptions _options;
    private readonly WaterfallGlyphs _glyphs;
    private readonly WaterfallBar _bar;
    private readonly int _treeWidth;
    private readonly int _statusWidth;
    private readonly bool _hasWords;

    private WaterfallText(Timeline timeline, WaterfallOptions options)
    {
        _options = options;
        _glyphs = options.Ascii ? WaterfallGlyphs.Ascii : WaterfallGlyphs.Unicode;

        // Below a hundred columns the bars keep a third of the line: the start is seen from them, and a glyph with the
        // HTTP status says the outcome.
        _hasWords = options.Width >= RoomForWords;
        _statusWidth = _hasWords ? 14 : 5;
        int times = _hasWords ? TimeWidth + TimeWidth + 2 : TimeWidth + 1;
        int barWidth = _hasWords ? Math.Min(60, (options.Width - 60) / 2) : Math.Max(10, (options.Width - 20) * 2 / 5);
        _treeWidth = Math.Max(16, options.Width - _statusWidth - times - barWidth - 3);
        _bar = new WaterfallBar(timeline.Duration, barWidth, _glyphs);
    }

    /// <summary>The lines of a trace, with a line on the trace above them.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="options">How to draw.</param>
    public static IEnumerable<string> Render(Trace trace, WaterfallOptions options)
    {
        string id = "Trace " + CellText.Clean(trace.Id);
        string facts = string.Join("  ", Facts(trace).Where(fact => fact.Length > 0));
        bool fits = id.Length + 2 + facts.Length <= options.Width;
        yield return Style.Paint(id, Style.Heading) + (fits ? "  " + facts : "");
        if (!fits)
        {
            yield return facts;
        }

        yield return "";
        Timeline timeline = Timeline.Of(trace);
        foreach (string line in timeline.Entries.Count == 0 ? ["(no segments)"] : Render(timeline, options))
        {
            yield return line;
        }

        foreach (Segment unreadable in trace.Segments.Where(segment => segment.Parsed is null))
        {
            yield return CellText.Clean(unreadable.Id) + " (the document could not be read)";
        }
    }

    /// <summary>The lines of one document; what it names as its parent does not matter here.</summary>
    /// <param name="document">The segment or subsegment.</param>
    /// <param name="options">How to draw.</param>
    public static IEnumerable<string> Render(SegmentDocument document, WaterfallOptions options)
    {
        Timeline timeline = Timeline.Of(document.TraceId, [document]);
        timeline.Roots[0].IsOrphan = false;
        return Render(timeline, options with { MarkCriticalPath = false, Legend = false });
    }

    /// <summary>The lines of a timeline.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="options">How to draw.</param>
    public static IEnumerable<string> Render(Timeline timeline, WaterfallOptions options)
    {
        if (options.MarkCriticalPath)
        {
            CriticalPath.Of(timeline);
        }

        WaterfallText text = new(timeline, options);
        WaterfallLegend legend = new(text._glyphs, text._hasWords);
        yield return Style.Paint(text.Headings(), Style.Dim);
        foreach (WaterfallRow row in WaterfallFolder.Rows(timeline, options.Fold))
        {
            legend.Add(row, options.MarkCriticalPath);
            yield return text.Line(row);
            foreach (string detail in text.Details(row))
            {
                yield return detail;
            }
        }

        foreach (string line in options.Legend ? legend.Lines(options.Width) : [])
        {
            yield return Style.Paint(line, Style.Dim);
        }
    }

    private static IEnumerable<string> Facts(Trace trace)
    {
        yield return InstantText.Format(trace.StartTime);
        yield return DurationText.Format(trace.Duration);
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{trace.Segments.Count} segment{(trace.Segments.Count == 1 ? "" : "s")}");
        yield return trace.LimitExceeded is true ? "over the size limit, segments are missing" : "";
    }

    private string Headings()
    {
        string line = "Segment".PadRight(_treeWidth) + " ";
        line += _hasWords
            ? "Status".PadRight(_statusWidth) + " " + "Start".PadLeft(TimeWidth) + " "
            : "".PadRight(_statusWidth) + " ";
        return line + "Duration".PadLeft(TimeWidth) + (_options.MarkCriticalPath ? "  " : " ") + _bar.Axis();
    }

    private string Line(WaterfallRow row)
    {
        SegmentDocument document = row.First.Document;
        string color = WorkText.Color(document);
        string status = Status(row);
        string start = document.StartSeconds is null ? "" : DurationText.Format(row.First.Start);
        StringBuilder line = new();
        WriteLabel(line, row);
        line.Append(' ').Append(Style.Paint(status, color)).Append(CellText.Pad(status, _statusWidth));
        if (_hasWords)
        {
            line.Append(' ').Append(Style.Paint(start.PadLeft(TimeWidth), Style.Dim));
        }

        line.Append(' ').Append(DurationText.Format(row.Duration).PadLeft(TimeWidth));
        if (_options.MarkCriticalPath)
        {
            line.Append(' ').Append(row.IsOnCriticalPath ? Style.Paint(_glyphs.Critical.ToString(), Style.Heading) : " ");
        }
        else
        {
            line.Append(' ');
        }

        line.Append(document.StartSeconds is null ? "" : Style.Paint(_bar.Draw(row.Entries), color));
        return Plain(line.ToString().TrimEnd());
    }

    private string Status(WaterfallRow row)
    {
        string glyph = _glyphs.Of(row.First);
        if (_hasWords)
        {
            return glyph + " " + WorkText.Status(row.First.Document);
        }

        return row.First.Document.Http?.Status is { } code
            ? string.Create(CultureInfo.InvariantCulture, $"{glyph} {code}")
            : glyph;
    }

    // The name comes first; what room is left goes to what is odd, to the kind and to what was asked for.
    private void WriteLabel(StringBuilder line, WaterfallRow row)
    {
        string guides = Guides(row.LastAt, row.Depth, own: true);
        TimelineEntry entry = row.First;
        string count = row.IsFolded
            ? string.Create(CultureInfo.InvariantCulture, $" {_glyphs.Times} {row.Entries.Count}")
            : "";
        string name = CellText.Fit(CellText.Clean(entry.Document.Name ?? entry.Document.Id), _treeWidth - guides.Length - count.Length);
        line.Append(Style.Paint(guides, Style.Dim)).Append(entry.IsSegment ? Style.Paint(name, Style.Name) : name).Append(count);
        int used = guides.Length + CellText.Measure(name) + count.Length;
        foreach (string aside in Asides(row))
        {
            used += WriteAside(line, aside, _treeWidth - used);
        }

        used += WriteAside(line, WorkText.Detail(entry.Document, Math.Max(0, _treeWidth - used - 2)), _treeWidth - used);
        line.Append(' ', Math.Max(0, _treeWidth - used));
    }

    private static IEnumerable<string> Asides(WaterfallRow row)
    {
        TimelineEntry entry = row.First;
        yield return entry.IsOrphan ? "(its caller is not here)" : "";
        yield return entry.HasClockSkew ? "(clock is off)" : "";
        yield return row.IsFolded && row.Duration is { } all
            ? Spread(all / row.Entries.Count, row.Entries.Max(one => one.Document.Duration))
            : "";
        bool hasRoomForKind = entry.IsSegment || entry.Inferred is not null || WorkText.Detail(entry.Document, 80).Length == 0;
        string kind = CellText.Clean(entry.Kind);
        bool isInferred = entry.Document.Inferred || entry.Inferred is not null;
        yield return !hasRoomForKind ? "" : isInferred ? $"inferred {kind}".TrimEnd() : kind;
    }

    private static string Spread(double mean, double? most)
    {
        (string each, string longest) = (DurationText.Format(mean), DurationText.Format(most));
        return each == longest ? $"each {each}" : $"each {each}, at most {longest}";
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

    private IEnumerable<string> Details(WaterfallRow row)
    {
        string guides = Guides(row.LastAt, row.Depth, own: false) + (row.HasChildren ? _glyphs.Bar : "   ");
        int room = Math.Max(20, _options.Width - guides.Length - 1);
        foreach ((string text, string color) in WaterfallDetails.Of(row.First.Document, _options.Detailed))
        {
            string fitted = CellText.Fit(CellText.Clean(text), room);
            yield return Plain(Style.Paint(guides, Style.Dim) + Style.Paint(fitted, color));
        }
    }

    /// <summary>The lines that lead to an entry. In a tree deeper than the terminal is wide, names matter more.</summary>
    private string Guides(LastFlags flags, int depth, bool own)
    {
        if (depth == 0)
        {
            return "";
        }

        int shown = Math.Min(depth, Math.Max(1, (_treeWidth - 14) / 3));
        string text = "";
        LastFlags? at = flags;
        for (int i = 0; i < shown; i++, at = at!.Above)
        {
            string part = i == 0 && own
                ? at!.IsLast ? _glyphs.Corner : _glyphs.Tee
                : at!.IsLast ? "   " : _glyphs.Bar;
            text = part + text;
        }

        return shown < depth ? _glyphs.Cut + text : text;
    }

    private string Plain(string line) => _options.Ascii ? line.Replace('…', '~').Replace("µs", "us", StringComparison.Ordinal) : line;
}
