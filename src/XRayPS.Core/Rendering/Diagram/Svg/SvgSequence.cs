using XRayPS.Core.Graph;

namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>
/// A trace as a drawing of calls between services, time running downwards. The drawing depends on the trace alone.
/// </summary>
public static class SvgSequence
{
    private const double Margin = 24;
    private const double TimeRoom = 56;
    private const double ColumnWidth = 210;
    private const double HeadHeight = 46;
    private const double HeadWidth = 178;
    private const double RowHeight = 30;
    private const double BusyWidth = 8;

    /// <summary>The drawing, lines ended by LF.</summary>
    /// <param name="sequence">The sequence.</param>
    public static string Render(DiagramSequence sequence)
    {
        double width = TimeRoom + (sequence.Participants.Count * ColumnWidth) + (2 * Margin);
        double height = HeadHeight + ((sequence.Events.Count + 1) * RowHeight) + (2 * Margin);
        using SvgWriter svg = new();
        svg.Open("svg", ("class", "xray-map"), ("viewBox", $"0 0 {SvgWriter.Number(width)} {SvgWriter.Number(height)}"), ("width", SvgWriter.Number(width)), ("height", SvgWriter.Number(height)), ("role", "img"), ("aria-label", $"Sequence of trace {sequence.TraceId}"));
        svg.Text("style", "\n" + MapStyle.Standalone);
        svg.Empty("rect", ("class", "canvas"), ("width", SvgWriter.Number(width)), ("height", SvgWriter.Number(height)), ("rx", "12"));
        for (int i = 0; i < sequence.Participants.Count; i++)
        {
            double x = Middle(i);
            svg.Empty("line", ("class", "life"), ("x1", SvgWriter.Number(x)), ("x2", SvgWriter.Number(x)), ("y1", SvgWriter.Number(Margin + HeadHeight)), ("y2", SvgWriter.Number(height - Margin)));
        }

        WriteBusy(svg, sequence, height - Margin);
        for (int row = 0; row < sequence.Events.Count; row++)
        {
            WriteEvent(svg, sequence, row);
        }

        for (int i = 0; i < sequence.Participants.Count; i++)
        {
            WriteHead(svg, sequence.Participants[i], Middle(i));
        }

        svg.Close();
        return svg.ToString();
    }

    private static double Middle(int participant) => Margin + TimeRoom + (ColumnWidth * (participant + 0.5));

    private static double RowAt(int row) => Margin + HeadHeight + ((row + 1) * RowHeight);

    private static void WriteHead(SvgWriter svg, NodeKey key, double x)
    {
        svg.Open("g");
        svg.Text("title", key.Type is null ? key.Name : $"{key.Name}\n{key.Type}");
        svg.Empty("rect", ("class", "card"), ("x", SvgWriter.Number(x - (HeadWidth / 2))), ("y", SvgWriter.Number(Margin)), ("width", SvgWriter.Number(HeadWidth)), ("height", SvgWriter.Number(HeadHeight)), ("rx", "9"));
        string kind = CellText.Clean(key.Type);
        double y = Margin + (kind.Length == 0 ? 28 : 20);
        svg.Text("text", TextMetrics.Fit(CellText.Clean(key.Name), 13.8, HeadWidth - 16), ("class", "name head"), ("text-anchor", "middle"), ("x", SvgWriter.Number(x)), ("y", SvgWriter.Number(y)));
        if (kind.Length > 0)
        {
            svg.Text("text", TextMetrics.Fit(kind, 10.5, HeadWidth - 16), ("class", "kind"), ("text-anchor", "middle"), ("x", SvgWriter.Number(x)), ("y", SvgWriter.Number(y + 15)));
        }

        svg.Close();
    }

    /// <summary>A bar on the callee's line from each call to its answer; calls within calls stand a little to the right.</summary>
    private static void WriteBusy(SvgWriter svg, DiagramSequence sequence, double bottom)
    {
        Dictionary<int, (double Top, int Level)> open = [];
        for (int row = 0; row < sequence.Events.Count; row++)
        {
            SequenceEvent happening = sequence.Events[row];
            SequenceMessage message = sequence.Messages[happening.Message];
            if (!happening.IsAnswer)
            {
                int level = open.Keys.Count(other => sequence.Messages[other].Target == message.Target);
                open.Add(happening.Message, (RowAt(row), level));
            }
            else if (open.Remove(happening.Message, out (double Top, int Level) begin))
            {
                WriteBar(svg, message, begin, RowAt(row));
            }
        }

        foreach ((int message, (double Top, int Level) begin) in open)
        {
            WriteBar(svg, sequence.Messages[message], begin, bottom);
        }
    }

    private static void WriteBar(SvgWriter svg, SequenceMessage message, (double Top, int Level) begin, double end)
    {
        double x = Middle(message.Target) - (BusyWidth / 2) + (begin.Level * BusyWidth / 2);
        svg.Empty("rect", ("class", "busy " + message.Status.ToString().ToLowerInvariant()), ("x", SvgWriter.Number(x)), ("y", SvgWriter.Number(begin.Top)), ("width", SvgWriter.Number(BusyWidth)), ("height", SvgWriter.Number(end - begin.Top)), ("rx", "2"));
    }

    private static void WriteEvent(SvgWriter svg, DiagramSequence sequence, int row)
    {
        SequenceEvent happening = sequence.Events[row];
        SequenceMessage message = sequence.Messages[happening.Message];
        (int from, int to) = happening.IsAnswer ? (message.Target, message.Source) : (message.Source, message.Target);
        double y = RowAt(row);
        double direction = Middle(to) >= Middle(from) ? 1 : -1;
        double start = Middle(from) + (direction * BusyWidth / 2);
        double end = Middle(to) - (direction * BusyWidth / 2);
        string health = happening.IsAnswer && message.Status != TraceStatus.Ok ? " " + message.Status.ToString().ToLowerInvariant() : "";
        svg.Open("g");
        svg.Text("title", happening.IsAnswer ? $"{message.Call}\n{message.Answer}" : message.Call);
        string d = from == to
            ? $"M{SvgWriter.Number(start)} {SvgWriter.Number(y - 10)}h24v10h-18"
            : $"M{SvgWriter.Number(start)} {SvgWriter.Number(y)}H{SvgWriter.Number(end - (direction * 6))}";
        svg.Empty("path", ("class", (happening.IsAnswer ? "call reply" : "call") + health), ("d", d), ("stroke-width", "1.3"));
        double tip = from == to ? start : end;
        double back = from == to ? tip + 8 : tip - (direction * 8);
        svg.Empty("path", ("class", "tip" + health), ("d", $"M{SvgWriter.Number(tip)} {SvgWriter.Number(y)}L{SvgWriter.Number(back)} {SvgWriter.Number(y - 4)}L{SvgWriter.Number(back)} {SvgWriter.Number(y + 4)}Z"));
        string words = happening.IsAnswer ? message.Answer : message.Call;
        double room = Math.Max(ColumnWidth - 30, Math.Abs(end - start) - 20);
        double middle = from == to ? start + (ColumnWidth / 2) : (start + end) / 2;
        svg.Text("text", TextMetrics.Fit(words, 10.5, room), ("class", happening.IsAnswer ? "answer" : "said"), ("x", SvgWriter.Number(middle)), ("y", SvgWriter.Number(y - 5)));
        svg.Text("text", DurationText.Format(happening.At), ("class", "when"), ("x", SvgWriter.Number(Margin + TimeRoom - 6)), ("y", SvgWriter.Number(y + 3.5)));
        svg.Close();
    }
}
