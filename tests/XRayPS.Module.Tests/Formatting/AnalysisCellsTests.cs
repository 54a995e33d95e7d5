using System.Text;
using XRayPS.Core.Rendering;
using XRayPS.Formatting;

namespace XRayPS.Module.Tests.Formatting;

public sealed class AnalysisCellsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(0.0, "0%")]
    [InlineData(0.01234, "1.23%")]
    [InlineData(0.5, "50%")]
    [InlineData(1.0, "100%")]
    public void A_share_is_a_percentage(double? share, string expected) => Assert.Equal(expected, AnalysisCells.Percent(share));

    [Theory]
    [InlineData(null, "")]
    [InlineData(0.0, "0 ms")]
    [InlineData(0.25, "\u001b[31m+250 ms\u001b[0m")]
    [InlineData(-1.5, "\u001b[32m-1.50 s\u001b[0m")]
    public void A_time_that_grew_is_red_and_has_its_sign(double? delta, string expected) =>
        Assert.Equal(expected, AnalysisCells.DurationDelta(delta));

    [Theory]
    [InlineData(null, "")]
    [InlineData(2.5, "2.5 a second")]
    [InlineData(0.1, "6 a minute")]
    public void A_rate_has_the_unit_that_says_more(double? rate, string expected) => Assert.Equal(expected, AnalysisCells.PerSecond(rate));

    [Fact]
    public void Columns_share_one_axis_and_everything_is_in_them()
    {
        HistogramEntry[] histogram =
        [
            new() { Value = 0, Count = 1 }, new() { Value = 0.001, Count = 7 }, new() { Value = 0.1, Count = 4 }, new() { Value = 1e9, Count = 2 },
        ];

        Assert.Equal("█   ▄    ▂", BarText.Spark(histogram, 10));
        Assert.Equal("          ", BarText.Spark([], 10));
    }

    [Fact]
    public void Bars_stay_on_their_axis()
    {
        Assert.Equal("█", BarText.Stretch(0, 0, 8));
        Assert.Equal("       █", BarText.Stretch(1, 1, 8));
        Assert.Equal("  ████", BarText.Stretch(0.25, 0.75, 8));
        Assert.Equal(["   10 ms ████ 8", "  1.00 s █ 1"], BarText.Lines([new() { Value = 0.01, Count = 8 }, new() { Value = 1, Count = 1 }], 4));
    }

    [Fact]
    public void Words_wrap_and_long_ones_are_cut()
    {
        Assert.Equal(["one two", "three"], CellText.Wrap("one two three", 8));
        Assert.Equal(["abcd", "efgh", "ij k"], CellText.Wrap("abcdefghij k", 4));
        Assert.Equal([""], CellText.Wrap("", 4));
        Assert.Equal(["検索", "結果"], CellText.Wrap("検索結果", 5));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("us-ascii", false)]
    [InlineData("iso-8859-1", false)]
    public void An_encoding_that_lacks_the_characters_means_ascii(string encoding, bool expected) =>
        Assert.Equal(expected, TerminalText.CanWrite(Encoding.GetEncoding(encoding)));
}
