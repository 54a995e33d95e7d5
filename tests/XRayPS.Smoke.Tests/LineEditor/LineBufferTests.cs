using XRayPS.Console.LineEditor;

namespace XRayPS.Smoke.Tests.LineEditor;

public sealed class LineBufferTests
{
    [Theory]
    [InlineData("Get-XRayTrace -Id", "Get-XRayTrace -")]
    [InlineData("one two  ", "one ")]
    [InlineData("", "")]
    public void Ctrl_W_takes_a_word_and_Ctrl_Y_brings_it_back(string text, string expected)
    {
        LineBuffer buffer = new();
        buffer.Set(text);
        buffer.KillWordLeft();
        Assert.Equal(expected, buffer.Text);
        buffer.Yank();
        Assert.Equal(text, buffer.Text);
    }

    [Fact]
    public void Kills_stay_within_their_line()
    {
        LineBuffer buffer = new();
        buffer.Set("first\nsecond\nthird", "first\nsec".Length);
        buffer.KillToStart();
        Assert.Equal("first\nond\nthird", buffer.Text);
        buffer.KillToEnd();
        Assert.Equal("first\n\nthird", buffer.Text);
        buffer.KillToEnd();
        Assert.Equal("first\nthird", buffer.Text);
    }

    [Fact]
    public void One_character_is_what_a_reader_calls_one()
    {
        const string family = "👨‍👩‍👧";
        LineBuffer buffer = new();
        buffer.Set("a" + family + "e\u0301");
        buffer.Left();
        Assert.Equal(1 + family.Length, buffer.Cursor);
        buffer.Backspace();
        Assert.Equal("ae\u0301", buffer.Text);
        buffer.Delete();
        Assert.Equal("a", buffer.Text);
    }

    [Fact]
    public void Up_and_down_keep_the_column_as_far_as_lines_are_long_enough()
    {
        LineBuffer buffer = new();
        buffer.Set("a long first line\nab\nanother long one", 10);
        buffer.LineDown();
        Assert.Equal("a long first line\nab".Length, buffer.Cursor);
        Assert.False(buffer.IsOnFirstLine);
        Assert.False(buffer.IsOnLastLine);
        buffer.LineUp();
        Assert.Equal(2, buffer.Cursor);
        Assert.True(buffer.IsOnFirstLine);
    }

    [Fact]
    public void Words_are_walked_in_both_directions()
    {
        LineBuffer buffer = new();
        buffer.Set("Get-XRayTrace $id");
        List<int> stops = [];
        for (int i = 0; i < 4; i++)
        {
            buffer.WordLeft();
            stops.Add(buffer.Cursor);
        }

        Assert.Equal([15, 4, 0, 0], stops);
        buffer.WordRight();
        Assert.Equal(3, buffer.Cursor);
    }
}
