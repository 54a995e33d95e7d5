using XRayPS.Console.LineEditor;

namespace XRayPS.Smoke.Tests.LineEditor;

public sealed class LayoutTests
{
    [Fact]
    public void Text_breaks_at_the_width_and_the_cursor_goes_along()
    {
        Layout layout = Layout.Create("> ", "abcdefgh", 8, columns: 5);
        Assert.Equal(["> abc", "defgh", ""], layout.Rows);
        Assert.Equal((2, 0), (layout.CursorRow, layout.CursorColumn));
        layout = Layout.Create("> ", "abcdefgh", 3, columns: 5);
        Assert.Equal((1, 0), (layout.CursorRow, layout.CursorColumn));
    }

    [Fact]
    public void A_wide_character_that_does_not_fit_goes_to_the_next_row_whole()
    {
        Layout layout = Layout.Create("> ", "ab漢字", 2, columns: 5);
        Assert.Equal(["> ab", "漢字"], layout.Rows);
        Assert.Equal((1, 0), (layout.CursorRow, layout.CursorColumn));
        Assert.Equal([4, 4], layout.Widths);
    }

    [Fact]
    public void Further_lines_get_the_continuation_prompt()
    {
        Layout layout = Layout.Create("PS> ", "if (1) {\n2", 10, columns: 40);
        Assert.Equal(["PS> if (1) {", ">> 2"], layout.Rows);
        Assert.Equal((1, 4), (layout.CursorRow, layout.CursorColumn));
    }

    [Fact]
    public void Colours_take_no_columns_and_do_not_run_over_the_end()
    {
        string?[] colors = ["\u001b[31m", "\u001b[31m", null];
        Layout layout = Layout.Create("\u001b[32m>\u001b[0m ", "abc", 3, columns: 4, colors);
        Assert.Equal(["\u001b[32m>\u001b[0m \u001b[31mab", "\u001b[0mc"], layout.Rows);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(5, 3)]
    [InlineData(4, 4)]
    public void After_a_narrower_terminal_broke_the_rows_the_cursor_is_found(int columns, int expected)
    {
        Layout layout = Layout.Create("", "0123456789abcdefg", 17, columns: 10);
        Assert.Equal(expected, layout.CursorRowAt(columns));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("漢字", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("✔️", 2)]
    [InlineData("└─", 2)]
    public void Widths(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));

    [Fact]
    public void Cut_text_fits() => Assert.Equal("漢…", TextWidth.Cut("漢字漢字", 4));
}
