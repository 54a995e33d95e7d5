using FsCheck.Xunit;
using XRayPS.Core.Analysis;

namespace XRayPS.Tests.Analysis;

public sealed class MeasureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 200)]
    public bool A_quantile_is_within_half_a_percent_of_the_exact_value(int seed)
    {
        Random random = new(seed);
        double[] values = [.. Enumerable.Range(0, random.Next(1, 3000)).Select(_ => Math.Exp((random.NextDouble() * 20) - 10))];
        QuantileSketch sketch = new();
        Array.ForEach(values, value => sketch.Add(value));
        Array.Sort(values);
        return new[] { 0, 0.5, 0.9, 0.95, 0.99, 1 }.All(q =>
        {
            double exact = values[(int)Math.Round(q * (values.Length - 1))];
            return Math.Abs(sketch.Quantile(q) - exact) <= (exact * QuantileSketch.RelativeError) + 1e-12;
        });
    }

    [Property(MaxTest = 100)]
    public bool Merging_is_the_same_as_adding_everything_to_one(int seed)
    {
        Random random = new(seed);
        QuantileSketch left = new();
        QuantileSketch right = new();
        QuantileSketch all = new();
        for (int i = 0; i < 500; i++)
        {
            double value = random.NextDouble() * Math.Pow(10, random.Next(-8, 6));
            (i % 3 == 0 ? left : right).Add(value);
            all.Add(value);
        }

        left.Merge(right);
        return left.Count == all.Count && left.Min == all.Min && left.Max == all.Max
            && new[] { 0.1, 0.5, 0.99 }.All(q => left.Quantile(q) == all.Quantile(q))
            && left.Histogram(20).Sum(entry => entry.Count) == 500;
    }

    [Fact]
    public void Memory_is_bounded_whatever_the_values()
    {
        QuantileSketch sketch = new();
        foreach (double value in new[] { 0, -5, 1e-300, 1e300, double.PositiveInfinity, double.NaN, 1 })
        {
            sketch.Add(value);
        }

        Assert.Equal(6, sketch.Count);
        Assert.Equal(0, sketch.Min);
        Assert.Equal(6, sketch.Histogram(20).Sum(entry => entry.Count));
    }

    [Fact]
    public void A_group_counts_outcomes_times_and_throughput()
    {
        TraceMeasure measure = new(TraceGrouping.Find("path"));
        for (int i = 0; i < 10; i++)
        {
            measure.Add(new TraceSummary
            {
                StartTime = Noon.AddSeconds(i),
                ResponseTime = i + 1,
                HasFault = i == 9,
                HasThrottle = i == 8,
                HasError = i == 7,
                Http = new Http { HttpURL = $"http://shop/cart?item={i}" },
            });
        }

        TraceMeasurement only = Assert.Single(measure.Build());
        Assert.Equal("/cart", only.Group);
        Assert.Equal((10, 7, 1, 1, 1), (only.Count, only.OkCount, only.ErrorCount, only.ThrottleCount, only.FaultCount));
        Assert.Equal(0.7, only.OkRate);
        Assert.Equal(5.5, only.Mean);
        Assert.Equal(10, only.Max);
        Assert.Equal(10 / 9.0, only.Throughput!.Value, 6);
        Assert.Equal(10, only.Histogram.Sum(entry => entry.Count));
    }

    [Fact]
    public void A_trace_with_two_values_counts_into_both_groups_and_one_without_into_none()
    {
        TraceMeasure measure = new(TraceGrouping.Find("Annotation.tier"));
        measure.Add(new TraceSummary
        {
            Annotations = new RecordMap<RecordList<ValueWithServiceIds>>
            {
                ["tier"] = [Value("gold"), Value("silver")],
            },
        });
        measure.Add(new TraceSummary());
        Assert.Equal(
            ["(none)", "gold", "silver"],
            measure.Build().Select(group => group.Group!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Groups_over_the_limit_are_put_together_and_nothing_is_lost()
    {
        TraceMeasure measure = new(TraceGrouping.Find("Url"));
        int count = TraceMeasure.GroupLimit + 50;
        for (int i = 0; i < count; i++)
        {
            measure.Add(new TraceSummary { Http = new Http { HttpURL = $"http://x/{i}" } });
        }

        Assert.True(measure.IsCapped);
        Assert.Equal(count, measure.Build().Sum(group => group.Count));
        Assert.Equal(50, measure.Build().First().Count);
    }

    [Fact]
    public void A_name_that_is_no_grouping_is_not_found() => Assert.Null(TraceGrouping.Find("Annotation."));

    private static ValueWithServiceIds Value(string text) => new() { AnnotationValue = new AnnotationValue { StringValue = text } };
}
