using System.Text;
using System.Text.RegularExpressions;
using XRayPS.Console.LineEditor;

namespace XRayPS.Smoke.Tests.LineEditor;

/// <summary>
/// A terminal in memory: keys come from a list, and what is written moves a cursor over cells. It understands the few
/// sequences that the editor uses and fails on any other.
/// </summary>
internal sealed partial class FakeTerminal(int columns, int rows) : ITerminal
{
    private readonly Queue<object> inputs = new();
    private readonly List<StringBuilder> lines = [new()];
    private int row;
    private int column;

    public int Columns { get; set; } = columns;

    public int Rows { get; } = rows;

    /// <summary>What stands on the screen, without what is blank at the ends.</summary>
    public string Screen => string.Join('\n', lines.Select(l => l.ToString().Replace("\0", "").TrimEnd())).TrimEnd('\n');

    public (int Row, int Column) Cursor => (row, column);

    /// <summary>Adds keys: text, keys, and actions that run when the editor waits.</summary>
    public FakeTerminal Type(params object[] keys)
    {
        foreach (object key in keys)
        {
            if (key is string text)
            {
                foreach (char c in text)
                {
                    inputs.Enqueue(new ConsoleKeyInfo(c, c == '\n' ? ConsoleKey.Enter : ConsoleKey.None, false, false, false));
                }
            }
            else
            {
                inputs.Enqueue(key);
            }
        }

        return this;
    }

    public static ConsoleKeyInfo Key(ConsoleKey key, ConsoleModifiers modifiers = 0) => new(
        '\0',
        key,
        modifiers.HasFlag(ConsoleModifiers.Shift),
        modifiers.HasFlag(ConsoleModifiers.Alt),
        modifiers.HasFlag(ConsoleModifiers.Control));

    public static ConsoleKeyInfo Control(char letter) =>
        Key(Enum.Parse<ConsoleKey>(char.ToUpperInvariant(letter).ToString()), ConsoleModifiers.Control);

    public KeyInput Read()
    {
        while (true)
        {
            switch (inputs.Dequeue())
            {
                case ConsoleKeyInfo key:
                    return new KeyInput(key);
                case KeyInput input:
                    return input;
                case Action action:
                    action();
                    break;
            }
        }
    }

    public void Write(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            Match sequence = Sequence().Match(text, i);
            if (sequence.Success)
            {
                Do(sequence.Groups["end"].Value[0], sequence.Groups["number"].Value);
                i += sequence.Length;
                continue;
            }

            Assert.NotEqual('\u001b', text[i]);
            int length = TextWidth.ElementLength(text, i);
            Put(text.Substring(i, length));
            i += length;
        }
    }

    private void Do(char end, string number)
    {
        int count = number.Length == 0 ? 1 : int.Parse(number);
        switch (end)
        {
            case 'A':
                row -= count;
                Assert.True(row >= 0, "The editor went above its first row.");
                break;
            case 'C':
                column += count;
                break;
            case 'J':
                Line().Length = Math.Min(Line().Length, column);
                lines.RemoveRange(row + 1, lines.Count - row - 1);
                break;
            case 'm':
                break;
            default:
                Assert.Fail($"The terminal does not know '{end}'.");
                break;
        }
    }

    private void Put(string element)
    {
        if (element == "\r\n")
        {
            column = 0;
            row++;
            Line();
            return;
        }

        if (element == "\r")
        {
            column = 0;
            return;
        }

        if (element == "\n")
        {
            column = 0;
            row++;
            Line();
            return;
        }

        int width = TextWidth.OfElement(element);
        Assert.True(column + width <= Columns, $"'{element}' does not fit on the row.");
        StringBuilder line = Line();
        line.Append(' ', Math.Max(0, column - line.Length));
        line.Length = column;
        line.Append(element.PadRight(width, '\0'));
        column += width;
    }

    private StringBuilder Line()
    {
        while (lines.Count <= row)
        {
            lines.Add(new StringBuilder());
        }

        return lines[row];
    }

    [GeneratedRegex("\\G\u001b\\[\\??(?<number>[0-9]*)(?<end>[A-Za-z])")]
    private static partial Regex Sequence();
}
