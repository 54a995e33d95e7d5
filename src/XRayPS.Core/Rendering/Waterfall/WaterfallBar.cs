using XRayPS.Core.Analysis;

namespace XRayPS.Core.Rendering;

/// <summary>The bars on the common time axis, and the axis itself.</summary>
internal sealed class WaterfallBar(double duration, int width, WaterfallGlyphs glyphs)
{
    /// <summary>When entries worked: themselves in one character, what they called in another.</summary>
    internal string Draw(IReadOnlyList<TimelineEntry> entries)
    {
        Span<char> cells = width <= 256 ? stackalloc char[width] : new char[width];
        cells.Fill(' ');
        foreach (TimelineEntry entry in entries)
        {
            Draw(entry, cells);
        }

        return new string(cells).TrimEnd();
    }

    /// <summary>Times along the axis, as many as there is room for.</summary>
    internal string Axis()
    {
        int marks = Math.Clamp(width / 16, 1, 6);
        char[] line = new string(' ', width).ToCharArray();
        int free = 0;
        for (int i = 0; i <= marks; i++)
        {
            string text = DurationText.Format(duration * i / marks);
            int at = i == marks ? width - text.Length : (int)((double)i / marks * width);
            if (at >= free && at >= 0 && at + text.Length <= width)
            {
                text.CopyTo(0, line, at, text.Length);
                free = at + text.Length + 2;
            }
        }

        return new string(line).TrimEnd();
    }

    private void Draw(TimelineEntry entry, Span<char> cells)
    {
        int first = Cell(entry.Start, Math.Floor);
        first = Math.Clamp(first, 0, width - 1);
        int last = Math.Clamp(Cell(entry.End, Math.Ceiling), first + 1, width);
        cells[first..last].Fill(entry.InProgress ? glyphs.Open : glyphs.Self);

        // A cell belongs to what was called when that worked for more than half of it, all calls together: many short ones
        // fill a cell that none of them fills alone.
        Span<double> called = width <= 256 ? stackalloc double[width] : new double[width];
        called.Clear();
        double until = entry.Start;
        foreach (TimelineEntry child in entry.Children)
        {
            double from = Math.Max(child.Start, until);
            double to = Math.Min(child.End, entry.End);
            if (to > from && duration > 0)
            {
                Add(called, from / duration * width, to / duration * width);
                until = to;
            }
        }

        for (int i = first; i < last; i++)
        {
            if (called[i] > 0.5)
            {
                cells[i] = glyphs.Waiting;
            }
        }
    }

    /// <summary>Adds to each cell the share of it that a stretch covers.</summary>
    private static void Add(Span<double> cells, double from, double to)
    {
        for (int i = Math.Max((int)from, 0); i < cells.Length && i < to; i++)
        {
            cells[i] += Math.Min(to, i + 1) - Math.Max(from, i);
        }
    }

    private int Cell(double seconds, Func<double, double> round) =>
        duration > 0 ? (int)round(seconds / duration * width) : round == Math.Ceiling ? width : 0;
}
