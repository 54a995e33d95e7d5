using XRayPS.Core.Model;

namespace XRayPS.Tests.Model;

public sealed class HistogramQuantileTests
{
    [Theory]
    [InlineData(0.5, 0.2)]
    [InlineData(0.95, 3)]
    [InlineData(0.9, 1)]
    [InlineData(0, 0.1)]
    [InlineData(1, 3)]
    public void A_quantile_is_the_value_of_its_entry(double share, double expected)
    {
        HistogramEntry[] histogram = [Entry(3, 1), Entry(0.1, 3), Entry(0.2, 5), Entry(1, 1), Entry(9, 0)];

        Assert.Equal(expected, HistogramQuantile.Of(histogram, share));
    }

    [Fact]
    public void There_is_none_without_observations() => Assert.Null(HistogramQuantile.Of([Entry(1, 0), new HistogramEntry()], 0.5));

    private static HistogramEntry Entry(double value, int count) => new() { Value = value, Count = count };
}
