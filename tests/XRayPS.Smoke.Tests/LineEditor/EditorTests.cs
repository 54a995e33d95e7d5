using XRayPS.Console.LineEditor;
using static XRayPS.Smoke.Tests.LineEditor.FakeTerminal;

namespace XRayPS.Smoke.Tests.LineEditor;

public sealed class EditorTests
{
    private static readonly ConsoleKeyInfo Tab = Key(ConsoleKey.Tab);
    private static readonly ConsoleKeyInfo Up = Key(ConsoleKey.UpArrow);
    private static readonly ConsoleKeyInfo Left = Key(ConsoleKey.LeftArrow);

    private readonly FakeTerminal terminal = new(20, 10);
    private readonly History history = new(["Get-First", "Get-Second", "1 + 1"]);

    [Fact]
    public void What_is_typed_comes_back_and_stands_on_the_screen()
    {
        LineResult result = Read("hello", Left, Left, "X", Key(ConsoleKey.Enter));
        Assert.Equal(new LineResult(LineEnd.Accepted, "helXlo"), result);
        Assert.Equal("> helXlo", terminal.Screen);
        Assert.Equal((1, 0), terminal.Cursor);
    }

    [Fact]
    public void A_long_line_takes_several_rows_and_leaves_nothing_behind_when_it_shrinks()
    {
        Read(
            "0123456789012345678901234567890123456789", Control('A'), Control('K'), "short", Key(ConsoleKey.Enter));
        Assert.Equal("> short", terminal.Screen);
    }

    [Fact]
    public void Enter_asks_for_more_while_the_text_is_incomplete()
    {
        LineResult result = Read("foreach ($i in 1) {\n", "$i\n", "}\n");
        Assert.Equal("foreach ($i in 1) {\n$i\n}", result.Text);
        Assert.Equal("> foreach ($i in 1)\n{\n>> $i\n>> }", terminal.Screen);
    }

    [Fact]
    public void An_empty_line_ends_an_entry_that_will_never_be_complete()
    {
        LineResult result = Read("'open\n", "\n", "\n");
        Assert.Equal("'open\n\n", result.Text);
    }

    [Fact]
    public void Ctrl_C_gives_the_line_up_and_Ctrl_D_leaves_only_when_it_is_empty()
    {
        Assert.Equal(LineEnd.Cancelled, Read("abc", Control('C')).End);
        Assert.Equal("ab", Read("abc", Left, Control('D'), "\n").Text);
        Assert.Equal(LineEnd.Left, Read(Control('D')).End);
    }

    [Fact]
    public void Up_walks_through_the_history_with_the_prefix_that_was_typed()
    {
        Assert.Equal("Get-First", Read("Get", Up, Up, "\n").Text);
        Assert.Equal("1 + 1", Read(Up, "\n").Text);
    }

    [Fact]
    public void Ctrl_R_searches_and_Escape_goes_back()
    {
        Assert.Equal("Get-Second", Read(Control('R'), "sec", "\n").Text);
        Assert.Equal("Get-First", Read(Control('R'), "get", Control('R'), "\n").Text);
        Assert.Equal("typed", Read("typed", Control('R'), "sec", Key(ConsoleKey.Escape), "\n").Text);
    }

    [Fact]
    public void Tab_inserts_what_is_certain_then_lists_then_walks()
    {
        string? listed = null;
        LineResult result = Read(
            "x Get-", Tab, (Action)(() => listed = terminal.Screen), Tab, Tab, Key(ConsoleKey.Tab, ConsoleModifiers.Shift), "\n");
        Assert.Equal("> x Get-Cat\nGet-Cat\nGet-Cattle\nTab chooses", listed);
        Assert.Equal("x Get-Cat", result.Text);
        Assert.Equal("> x Get-Cat", terminal.Screen);
    }

    [Fact]
    public void A_paste_of_several_lines_is_one_entry_that_waits_for_Enter()
    {
        LineResult result = Read(new KeyInput(default, "1\r\n\t2\u001b[31m\n"), "+", "\n");
        Assert.Equal("1\n    2[31m+", result.Text);
    }

    [Fact]
    public void A_narrower_terminal_gets_the_line_anew()
    {
        Editor editor = NewEditor(new EditorServices());
        terminal.Type("0123456789", (Action)(() => { terminal.Columns = 40; editor.Repaint(); }), "\n");
        editor.Read("> ");
        Assert.Equal("> 0123456789", terminal.Screen);
    }

    [Fact]
    public void A_secret_is_shown_as_stars()
    {
        Editor editor = NewEditor(new EditorServices { Show = text => new string('*', text.Length) });
        terminal.Type("hush\n");
        Assert.Equal("hush", editor.Read("Password: ").Text);
        Assert.Equal("Password: ****", terminal.Screen);
    }

    private static CandidateSet Complete(string text, int cursor)
    {
        int start = text.LastIndexOf(' ') + 1;
        Candidate[] all = [new("Get-Cat", "Get-Cat", "one"), new("Get-Cattle", "Get-Cattle", "several")];
        return new CandidateSet(start, cursor - start, all);
    }

    private Editor NewEditor(EditorServices services) => new(terminal, history, services);

    private LineResult Read(params object[] keys)
    {
        terminal.Type(keys);
        Editor editor = NewEditor(new EditorServices { IsIncomplete = Language.IsIncomplete, Complete = Complete });
        return editor.Read("> ");
    }
}
