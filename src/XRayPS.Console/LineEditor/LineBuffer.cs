namespace XRayPS.Console.LineEditor;

/// <summary>The text that is being typed, and the cursor in it. It knows nothing of keys or screens.</summary>
internal sealed class LineBuffer
{
    private string killed = "";

    /// <summary>The text; lines are separated by <c>\n</c>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The index before which the cursor stands.</summary>
    public int Cursor { get; private set; }

    /// <summary>Whether the cursor stands on the first line.</summary>
    public bool IsOnFirstLine => Cursor == 0 || Text.LastIndexOf('\n', Cursor - 1) < 0;

    /// <summary>Whether the cursor stands on the last line.</summary>
    public bool IsOnLastLine => Text.IndexOf('\n', Cursor) < 0;

    /// <summary>Sets the text and puts the cursor at its end, or where it is said.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The cursor, or -1 for the end.</param>
    public void Set(string text, int cursor = -1)
    {
        Text = text;
        Cursor = cursor < 0 ? text.Length : Math.Min(cursor, text.Length);
    }

    /// <summary>Inserts text at the cursor.</summary>
    /// <param name="text">The text.</param>
    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    /// <summary>Replaces a part of the text and puts the cursor behind it.</summary>
    /// <param name="start">Where the part starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="text">What stands there instead.</param>
    public void Replace(int start, int length, string text)
    {
        Text = string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(start + length));
        Cursor = start + text.Length;
    }

    /// <summary>Moves the cursor by one character to the left.</summary>
    public void Left() => Cursor = PreviousElement();

    /// <summary>Moves the cursor by one character to the right.</summary>
    public void Right() => Cursor = NextElement();

    /// <summary>Moves the cursor to the start of the word before it.</summary>
    public void WordLeft() => Cursor = PreviousWord();

    /// <summary>Moves the cursor behind the word after it.</summary>
    public void WordRight() => Cursor = NextWord();

    /// <summary>Moves the cursor to the start of its line.</summary>
    public void Home() => Cursor = LineStart();

    /// <summary>Moves the cursor to the end of its line.</summary>
    public void End() => Cursor = LineEnd();

    /// <summary>Moves the cursor to the line above, as far to the right as it was.</summary>
    public void LineUp()
    {
        int start = LineStart();
        if (start > 0)
        {
            int column = Cursor - start;
            Cursor = start - 1;
            Cursor = Math.Min(LineStart() + column, Cursor);
        }
    }

    /// <summary>Moves the cursor to the line below, as far to the right as it was.</summary>
    public void LineDown()
    {
        int end = LineEnd();
        if (end < Text.Length)
        {
            int column = Cursor - LineStart();
            Cursor = end + 1;
            Cursor = Math.Min(Cursor + column, LineEnd());
        }
    }

    /// <summary>Deletes the character before the cursor.</summary>
    public void Backspace() => Remove(PreviousElement(), Cursor);

    /// <summary>Deletes the character after the cursor.</summary>
    public void Delete() => Remove(Cursor, NextElement());

    /// <summary>Takes the word before the cursor away; <see cref="Yank"/> brings it back.</summary>
    public void KillWordLeft() => Kill(PreviousWord(), Cursor);

    /// <summary>Takes the word after the cursor away.</summary>
    public void KillWordRight() => Kill(Cursor, NextWord());

    /// <summary>Takes the line before the cursor away.</summary>
    public void KillToStart() => Kill(LineStart(), Cursor);

    /// <summary>Takes the line after the cursor away, or the line break when nothing else is left.</summary>
    public void KillToEnd() => Kill(Cursor, LineEnd() == Cursor ? NextElement() : LineEnd());

    /// <summary>Inserts what was taken away last.</summary>
    public void Yank() => Insert(killed);

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c);

    private int LineStart() => Cursor == 0 ? 0 : Text.LastIndexOf('\n', Cursor - 1) + 1;

    private int LineEnd() => Text.IndexOf('\n', Cursor) is >= 0 and int end ? end : Text.Length;

    private int PreviousElement() => Cursor == 0 ? 0 : TextWidth.PreviousElement(Text, Cursor);

    private int NextElement() =>
        Cursor == Text.Length ? Cursor : Cursor + TextWidth.ElementLength(Text, Cursor);

    private int PreviousWord()
    {
        int index = Cursor;
        while (index > 0 && !IsWordCharacter(Text[index - 1]))
        {
            index--;
        }

        while (index > 0 && IsWordCharacter(Text[index - 1]))
        {
            index--;
        }

        return index;
    }

    private int NextWord()
    {
        int index = Cursor;
        while (index < Text.Length && !IsWordCharacter(Text[index]))
        {
            index++;
        }

        while (index < Text.Length && IsWordCharacter(Text[index]))
        {
            index++;
        }

        return index;
    }

    private void Kill(int start, int end)
    {
        if (end > start)
        {
            killed = Text[start..end];
            Remove(start, end);
        }
    }

    private void Remove(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }
}
