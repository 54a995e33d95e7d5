using System.Text;

namespace XRayPS.Console.LineEditor;

/// <summary>Draws layouts one over the other, in one write each, so that nothing flickers.</summary>
/// <param name="terminal">Where it draws.</param>
internal sealed class Painter(ITerminal terminal)
{
    private Layout? shown;
    private int shownColumns;

    /// <summary>Draws a layout in the place of the last one, with lines below it.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="below">Lines below it, none wider than the terminal.</param>
    public void Paint(Layout layout, IReadOnlyList<string> below)
    {
        StringBuilder text = new();
        AppendReturn(text);
        text.Append(string.Join("\r\n", layout.Rows));
        foreach (string line in below)
        {
            text.Append("\r\n").Append(line);
        }

        int bottom = layout.Rows.Count - 1 + below.Count;
        text.Append(Ansi.Up(bottom - layout.CursorRow)).Append(Ansi.Column(layout.CursorColumn));
        terminal.Write(text.ToString());
        shown = layout;
        shownColumns = terminal.Columns;
    }

    /// <summary>Goes below what is drawn and starts afresh there.</summary>
    public void Finish()
    {
        if (shown is not null)
        {
            int below = shown.Rows.Count - 1 - shown.CursorRow;
            terminal.Write(string.Concat(Enumerable.Repeat("\n", below + 1)) + "\r" + Ansi.ClearBelow);
            shown = null;
        }
    }

    /// <summary>Clears the screen; the next layout is drawn at its top.</summary>
    public void Clear()
    {
        terminal.Write(Ansi.ClearScreen);
        shown = null;
    }

    private void AppendReturn(StringBuilder text)
    {
        if (shown is null)
        {
            return;
        }

        int row = shownColumns == terminal.Columns ? shown.CursorRow : shown.CursorRowAt(terminal.Columns);
        text.Append(Ansi.Up(row)).Append('\r').Append(Ansi.ClearBelow);
    }
}
