using System.Text;

namespace XRayPS.Console.LineEditor;

/// <summary>Rows of a terminal with the typed text broken over them, and where the cursor stands.</summary>
/// <param name="Rows">The rows with their colours.</param>
/// <param name="Widths">The columns that each row takes.</param>
/// <param name="CursorRow">The row of the cursor, from 0.</param>
/// <param name="CursorColumn">The column of the cursor, from 0.</param>
internal sealed record Layout(
    IReadOnlyList<string> Rows, IReadOnlyList<int> Widths, int CursorRow, int CursorColumn)
{
    private const string Reset = "\u001b[0m";

    /// <summary>What stands before each line but the first.</summary>
    public const string Continuation = ">> ";

    /// <summary>Breaks text over rows.</summary>
    /// <param name="prompt">The prompt, one line.</param>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The index of the cursor.</param>
    /// <param name="columns">The columns of the terminal.</param>
    /// <param name="colors">For each character of the text its colour as an ANSI sequence; null for none.</param>
    public static Layout Create(
        string prompt, string text, int cursor, int columns, IReadOnlyList<string?>? colors = null)
    {
        Builder builder = new(Math.Max(2, columns));
        builder.AddPrompt(prompt);
        string? color = null;
        for (int i = 0; i < text.Length;)
        {
            builder.MarkCursor(i == cursor);
            int length = TextWidth.ElementLength(text, i);
            if (text[i] == '\n')
            {
                builder.Paint(ref color, null);
                builder.Break();
                builder.AddPrompt(Continuation);
            }
            else
            {
                builder.Paint(ref color, colors?[i]);
                builder.Add(text.Substring(i, length), i == cursor);
            }

            i += length;
        }

        builder.Paint(ref color, null);
        builder.MarkCursor(cursor >= text.Length);
        return builder.Build();
    }

    /// <summary>
    /// How far the cursor stands below the first row after the terminal took another width and broke the rows anew.
    /// </summary>
    /// <param name="columns">The new width.</param>
    public int CursorRowAt(int columns)
    {
        int width = Math.Max(2, columns);
        int rows = CursorColumn / width;
        for (int i = 0; i < CursorRow; i++)
        {
            rows += Math.Max(1, (Widths[i] + width - 1) / width);
        }

        return rows;
    }

    private sealed class Builder(int columns)
    {
        private readonly List<string> rows = [];
        private readonly List<int> widths = [];
        private readonly StringBuilder row = new();
        private int column;
        private int cursorRow;
        private int cursorColumn;

        public void AddPrompt(string prompt)
        {
            row.Append(prompt);
            int width = TextWidth.Of(Ansi.Strip(prompt));
            column = width % columns;
            for (int i = 0; i < width / columns; i++)
            {
                // The terminal breaks a prompt that is too long by itself.
                rows.Add(i == 0 ? row.ToString() : "");
                widths.Add(columns);
                row.Clear();
            }
        }

        public void Paint(ref string? color, string? next)
        {
            if (color == next)
            {
                return;
            }

            row.Append(color is null ? "" : Reset).Append(next);
            color = next;
        }

        public void Add(string element, bool isCursor)
        {
            int width = TextWidth.OfElement(element);
            if (column + width > columns)
            {
                Break();
                MarkCursor(isCursor);
            }

            row.Append(element);
            column += width;
            if (column == columns)
            {
                Break();
            }
        }

        public void Break()
        {
            rows.Add(row.ToString());
            widths.Add(column);
            row.Clear();
            column = 0;
        }

        public void MarkCursor(bool isHere)
        {
            if (isHere)
            {
                cursorRow = rows.Count;
                cursorColumn = column;
            }
        }

        public Layout Build()
        {
            rows.Add(row.ToString());
            widths.Add(column);
            return new Layout(rows, widths, cursorRow, cursorColumn);
        }
    }
}
