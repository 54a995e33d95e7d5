using XRayPS.Core.Documents;

namespace XRayPS.Tests.Documents;

public sealed class TraceIdTests
{
    [Theory]
    [InlineData("1-5759e988-bd862e3fe1be46a994272793", true)]
    [InlineData("1-5759E988-BD862E3FE1BE46A994272793", true)]
    [InlineData("1-00000000-59acf11bb85a4b4f9eda534e", true)]
    [InlineData("2-5759e988-bd862e3fe1be46a994272793", false)]
    [InlineData("1-5759e988-bd862e3fe1be46a99427279", false)]
    [InlineData("1-5759e988_bd862e3fe1be46a994272793", false)]
    [InlineData("1-5759e98g-bd862e3fe1be46a994272793", false)]
    [InlineData("1-5759e988-bd862e3fe1be46a994272793\n", false)]
    [InlineData("not-a-trace", false)]
    [InlineData("", false)]
    public void Knows_the_form(string text, bool valid) => Assert.Equal(valid, TraceId.IsValid(text));

    [Fact]
    public void Converts_to_and_from_W3C()
    {
        Assert.Equal("1-4efaaf4d-1e8720b39541901950019ee5", TraceId.FromW3C("4efaaf4d1e8720b39541901950019ee5"));
        Assert.Equal("4efaaf4d1e8720b39541901950019ee5", TraceId.ToW3C("1-4EFAAF4D-1e8720b39541901950019ee5"));
        Assert.Throws<FormatException>(() => TraceId.FromW3C("4efaaf4d"));
        Assert.Throws<FormatException>(() => TraceId.ToW3C("1-2-3"));
    }

    [Theory]
    [InlineData(" 4EFAAF4D1e8720b39541901950019ee5 ", "1-4efaaf4d-1e8720b39541901950019ee5")]
    [InlineData("1-4efaaf4d-1e8720b39541901950019ee5", "1-4efaaf4d-1e8720b39541901950019ee5")]
    [InlineData("nonsense", "")]
    [InlineData(null, "")]
    public void Reads_both_forms(string? text, string expected)
    {
        Assert.Equal(expected.Length > 0, TraceId.TryParse(text, out string id));
        Assert.Equal(expected, id);
    }

    [Fact]
    public void New_ids_carry_the_time_and_differ()
    {
        DateTimeOffset time = new(2026, 9, 23, 12, 0, 0, 999, TimeSpan.Zero);
        string one = TraceId.New(time);
        string other = TraceId.New(time);

        Assert.True(TraceId.IsValid(one));
        Assert.NotEqual(one, other);
        Assert.Equal(time.AddMilliseconds(-999), TraceId.TimeOf(one));
        Assert.Null(TraceId.TimeOf("nonsense"));
    }

    [Fact]
    public void Segment_ids_are_16_digits()
    {
        Assert.True(SegmentId.IsValid(SegmentId.New()));
        Assert.NotEqual(SegmentId.New(), SegmentId.New());
        Assert.True(SegmentId.IsValid("53995C3F42CD8AD8"));
        Assert.False(SegmentId.IsValid("53995c3f42cd8ad"));
        Assert.False(SegmentId.IsValid("53995c3f42cd8adx"));
    }
}
