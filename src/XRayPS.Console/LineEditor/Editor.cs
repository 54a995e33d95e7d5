namespace XRayPS.Console.LineEditor;

/// <summary>Reads one entry of one or more lines from a terminal.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="history">The lines typed before.</param>
/// <param name="services">What is asked of the language.</param>
internal sealed class Editor(ITerminal terminal, History history, EditorServices services)
{
    private readonly Lock gate = new();
    private readonly LineBuffer buffer = new();
    private readonly Painter painter = new(terminal);
    private string prompt = "";
    private CompletionMenu? menu;
    private HistorySearch? search;
    private bool isReading;

    /// <summary>Reads an entry.</summary>
    /// <param name="text">The prompt, one line, which may have colours.</param>
    public LineResult Read(string text)
    {
        lock (gate)
        {
            prompt = text;
            buffer.Set("");
            history.EndWalk();
            menu = null;
            search = null;
            isReading = true;
            Paint();
        }

        while (true)
        {
            KeyInput input = terminal.Read();
            lock (gate)
            {
                if (Handle(input) is not { } result)
                {
                    Paint();
                    continue;
                }

                isReading = false;
                menu = null;
                search = null;
                Paint(isFinal: true);
                painter.Finish();
                return result;
            }
        }
    }

    /// <summary>Draws anew, because the terminal took another size. May be called from any thread.</summary>
    public void Repaint()
    {
        lock (gate)
        {
            if (isReading)
            {
                Paint();
            }
        }
    }

    private LineResult? Handle(KeyInput input)
    {
        if (search is not null && SearchHandles(input))
        {
            return null;
        }

        if (input.Pasted is { } pasted)
        {
            menu = null;
            buffer.Insert(PastedText.Clean(pasted));
            return null;
        }

        EditAction action = KeyMap.ActionOf(input.Key);
        if (action is not (EditAction.Complete or EditAction.CompleteBack or EditAction.None))
        {
            bool closes = menu is not null && action == EditAction.Revert;
            menu = null;
            if (closes)
            {
                return null;
            }
        }

        switch (action)
        {
            case EditAction.Accept when !services.IsIncomplete(buffer.Text):
                return new LineResult(LineEnd.Accepted, buffer.Text);
            case EditAction.Cancel:
                return new LineResult(LineEnd.Cancelled, "");
            case EditAction.LeaveOrDelete when buffer.Text.Length == 0:
                return new LineResult(LineEnd.Left, "");
            default:
                Apply(action, input.Key.KeyChar);
                return null;
        }
    }

    private void Apply(EditAction action, char character)
    {
        switch (action)
        {
            case EditAction.Insert:
                buffer.Insert(character.ToString());
                break;
            case EditAction.Accept or EditAction.InsertLine:
                buffer.Insert("\n");
                break;
            case EditAction.Up:
                Up();
                break;
            case EditAction.Down:
                Down();
                break;
            case EditAction.Search:
                search = new HistorySearch(history, buffer.Text);
                break;
            case EditAction.ClearScreen:
                painter.Clear();
                break;
            case EditAction.Revert:
                buffer.Set("");
                break;
            case EditAction.Complete:
                Complete(1);
                break;
            case EditAction.CompleteBack:
                Complete(-1);
                break;
            default:
                BufferActions.Apply(action, buffer);
                break;
        }
    }

    private void Up()
    {
        if (!buffer.IsOnFirstLine)
        {
            buffer.LineUp();
        }
        else if (history.Older(buffer.Text) is { } older)
        {
            buffer.Set(older);
        }
    }

    private void Down()
    {
        if (!buffer.IsOnLastLine)
        {
            buffer.LineDown();
        }
        else if (history.Newer(buffer.Text) is { } newer)
        {
            buffer.Set(newer);
        }
    }

    private void Complete(int step)
    {
        if (menu is not null)
        {
            menu.Move(step, buffer);
            return;
        }

        menu = CompletionMenu.Begin(services.Complete(buffer.Text, buffer.Cursor), buffer);
    }

    // Answers whether the key belonged to the search; any other key ends it, with the line that was found.
    private bool SearchHandles(KeyInput input)
    {
        EditAction action = input.Pasted is null ? KeyMap.ActionOf(input.Key) : EditAction.Insert;
        switch (action)
        {
            case EditAction.Insert:
                search!.Type(input.Pasted ?? input.Key.KeyChar.ToString());
                return true;
            case EditAction.Backspace:
                search!.Backspace();
                return true;
            case EditAction.Search:
                search!.Older();
                return true;
            case EditAction.Revert or EditAction.Cancel:
                buffer.Set(search!.Original);
                search = null;
                return true;
            default:
                buffer.Set(search!.Text);
                search = null;
                return false;
        }
    }

    private void Paint(bool isFinal = false)
    {
        string text = services.Show(search?.Text ?? buffer.Text);
        int cursor = isFinal ? text.Length : search?.Cursor ?? buffer.Cursor;
        Layout layout = Layout.Create(
            search?.Prompt ?? prompt, text, cursor, terminal.Columns, services.Colors(text));
        int room = Math.Max(2, terminal.Rows - layout.Rows.Count - 1);
        painter.Paint(layout, menu?.Lines(terminal.Columns, Math.Min(room, 12)) ?? []);
    }
}
