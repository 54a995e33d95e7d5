using XRayPS.Core.Rendering;

namespace XRayPS.Tests.Rendering;

public sealed class TextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "")]
    [InlineData(0d, "0 ms")]
    [InlineData(0.000_000_4, "0 ms")]
    [InlineData(0.000_35, "350 µs")]
    [InlineData(0.000_999_4, "999 µs")]
    [InlineData(0.000_999_6, "1.0 ms")]
    [InlineData(0.009_94, "9.9 ms")]
    [InlineData(0.009_96, "10 ms")]
    [InlineData(0.045, "45 ms")]
    [InlineData(0.999_4, "999 ms")]
    [InlineData(0.999_6, "1.00 s")]
    [InlineData(1.234, "1.23 s")]
    [InlineData(9.996, "10.0 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1m 00s")]
    [InlineData(125d, "2m 05s")]
    [InlineData(3599.6, "1h 00m")]
    [InlineData(3720d, "1h 02m")]
    [InlineData(86_399d, "1d 00h")]
    [InlineData(273_600d, "3d 04h")]
    [InlineData(-0.045, "-45 ms")]
    [InlineData(1e300, "1.16E+295d")]
    public void DurationsAreShort(double? seconds, string expected) =>
        Assert.Equal(expected, DurationText.Format(seconds));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("abcd", 0, "")]
    [InlineData("検索結果", 8, "検索結果")]
    [InlineData("検索結果", 7, "検索結…")]
    [InlineData("検索結果", 6, "検索…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    public void FitCountsCells(string text, int width, string expected)
    {
        string fitted = CellText.Fit(text, width);

        Assert.Equal(expected, fitted);
        Assert.True(CellText.Measure(fitted) <= width);
    }

    [Theory]
    [InlineData("0123456789", 10, "0123456789")]
    [InlineData("0123456789", 9, "0123…6789")]
    [InlineData("0123456789", 8, "0123…789")]
    [InlineData("0123456789", 7, "012345…")]
    [InlineData("検索結果検索結果", 9, "検索…結果")]
    public void FitMiddleKeepsBothEnds(string text, int width, string expected) =>
        Assert.Equal(expected, CellText.FitMiddle(text, width));

    [Theory]
    [InlineData(null, "")]
    [InlineData("plain", "plain")]
    [InlineData("a\u001b[2Jb\r\nc\u009bd\u202ee\u2028f", "a [2Jb  c d e f")]
    public void CleanTakesControlCharactersOut(string? text, string expected) =>
        Assert.Equal(expected, CellText.Clean(text));

    [Theory]
    [InlineData(null, 10, "")]
    [InlineData("https://a.example/b", 19, "https://a.example/b")]
    [InlineData("https://a.example/b", 18, "a.example/b")]
    [InlineData("https://a.example/b?query=long", 16, "a.example/b?que…")]
    [InlineData("https://a.example/b?query=long", 12, "a.example/b")]
    [InlineData("https://shop.example.com/api/v2/orders/40817", 20, "shop.examp…ers/40817")]
    public void UrlsLoseWhatTellsLeast(string? url, int width, string expected)
    {
        string fitted = UrlText.Fit(url, width);

        Assert.Equal(expected, fitted);
        Assert.True(CellText.Measure(fitted) <= width);
    }
}
