using XRayPS.Core.Graph;

namespace XRayPS.Tests.Graph;

/// <summary>Inputs and totals are those of recorded graphs; the service's own bins change from reading to reading.</summary>
public sealed class HistogramTests
{
    [Theory]
    [InlineData(0.015668, 0.016)]
    [InlineData(0.0005, 0.001)]
    [InlineData(0.00049, 0)]
    [InlineData(-3, 0)]
    [InlineData(1790149879.033249 - 1790149878.783249, 0.25)]
    public void Values_are_milliseconds_with_halves_upwards(double seconds, double expected)
    {
        Histogram histogram = new();
        histogram.Add(seconds);
        Assert.Equal(expected, Assert.Single(histogram.Build()).Value);
    }

    [Fact]
    public void Eighty_different_values_stay_apart()
    {
        RecordList<HistogramEntry> entries = Of(Enumerable.Range(1, 80).Select(i => i * 0.01)).Build();

        Assert.Equal(80, entries.Count);
        Assert.Equal(32.4, entries.Sum(entry => entry.Value!.Value * entry.Count!.Value), 6);
    }

    [Theory]
    [InlineData(256, 328.96)]
    [InlineData(1024, 5248.0)]
    public void Many_values_are_joined_and_none_is_lost(int count, double sum)
    {
        RecordList<HistogramEntry> entries = Of(Enumerable.Range(1, count).Select(i => i * 0.01)).Build();

        Assert.InRange(entries.Count, 40, 160);
        Assert.Equal(count, entries.Sum(entry => entry.Count));
        Assert.Equal(sum, entries.Sum(entry => entry.Value!.Value * entry.Count!.Value), 0.06);
        Assert.Equal(entries.OrderBy(entry => entry.Value).Select(entry => entry.Value), entries.Select(entry => entry.Value));
        Assert.Equal(1, entries[0].Count);
        Assert.Equal(1, entries[^1].Count);
    }

    [Fact]
    public void Heavy_values_keep_their_own_entries()
    {
        IEnumerable<double> values = Enumerable.Repeat(0.011, 96)
            .Concat(Enumerable.Repeat(0.023, 32))
            .Concat(Enumerable.Range(1, 128).Select(i => i * 0.04));
        RecordList<HistogramEntry> entries = Of(values).Build();

        Assert.Contains(entries, entry => entry is { Value: 0.011, Count: 96 });
        Assert.Contains(entries, entry => entry is { Value: 0.023, Count: 32 });
        Assert.Equal(256, entries.Sum(entry => entry.Count));
        Assert.True(entries.Count < 130);
    }

    [Fact]
    public void The_order_of_values_does_not_matter()
    {
        double[] values = [.. Enumerable.Range(1, 300).Select(i => i * 0.007)];
        Histogram merged = Of(values.Take(100).Reverse());
        merged.Merge(Of(values.Skip(100)));

        Assert.Equal(Of(values).Build().ToString(), merged.Build().ToString());
    }

    [Fact]
    public void Absurd_values_do_no_harm() =>
        Assert.Equal(2, Of([double.MaxValue, 1e300, 0]).Build().Count);

    private static Histogram Of(IEnumerable<double> values)
    {
        Histogram histogram = new();
        foreach (double value in values)
        {
            histogram.Add(value);
        }

        return histogram;
    }
}
