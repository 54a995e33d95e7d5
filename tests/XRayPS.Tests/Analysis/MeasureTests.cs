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
        TraceGrouping path = TraceGrouping.Find("path")!;
        TraceMeasure measure = new(path.Name);
        for (int i = 0; i < 10; i++)
        {
            Add(measure, path, new TraceSummary
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
        TraceGrouping tier = TraceGrouping.Find("annotation.tier")!;
        TraceMeasure measure = new(tier.Name);
        Add(measure, tier, new TraceSummary
        {
            Annotations = new RecordMap<RecordList<ValueWithServiceIds>>
            {
                ["tier"] = [Value("gold"), Value("silver")],
            },
        });
        Add(measure, tier, new TraceSummary());
        Assert.Equal(
            ["(none)", "gold", "silver"],
            measure.Build().Select(group => group.Group!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Groups_over_the_limit_are_put_together_and_nothing_is_lost()
    {
        TraceMeasure measure = new("Url");
        int count = TraceMeasure.GroupLimit + 50;
        for (int i = 0; i < count; i++)
        {
            measure.Add(new TraceObservation($"http://x/{i}", TraceStatus.Ok, 1, null));
        }

        Assert.True(measure.IsCapped);
        Assert.Equal(count, measure.Build().Sum(group => group.Count));
        Assert.Equal(50, measure.Build().First().Count);
    }

    [Fact]
    public void A_name_that_is_no_grouping_is_not_found() => Assert.Null(TraceGrouping.Find("Annotation."));

    [Theory]
    [InlineData("http://shop/items/17?x=1", "shop GET /items/#")]
    [InlineData("http://shop/v2/items/0c8f-11/app.3.js#top", "shop GET /v2/items/#/app.3.js")]
    [InlineData("http://10.0.0.1:8080", "shop GET /")]
    [InlineData("/cart/9", "shop GET /cart/#")]
    [InlineData(null, "shop GET")]
    public void An_operation_leaves_out_what_names_one_thing(string? url, string expected)
    {
        TraceSummary summary = new() { EntryPoint = new ServiceId { Name = "shop" }, Http = new Http { HttpMethod = "GET", HttpURL = url } };

        Assert.Equal(expected, Assert.Single(TraceGrouping.Find("operation")!.Observe(summary)).Group);
    }

    [Fact]
    public void Segments_count_with_their_own_times_where_they_are_at_hand()
    {
        SegmentDocument call = new() { Name = "db", Id = "2", Namespace = "aws", StartSeconds = 10, EndSeconds = 11, Fault = true, Aws = new() { ["operation"] = "PutItem" } };
        SegmentDocument shop = new() { Name = "shop", Id = "1", StartSeconds = 10, EndSeconds = 14, Subsegments = [call] };
        SegmentDocument orders = new() { Name = "orders", Id = "3", ParentId = "1", StartSeconds = 12, EndSeconds = 13, Http = new() { Method = "GET", Url = "http://orders/7" } };
        Trace trace = new() { Segments = [new Segment { Parsed = shop }, new Segment { Parsed = orders }] };

        Assert.Equal(
            [("shop", TraceStatus.Ok, 4.0), ("orders", TraceStatus.Ok, 1.0)],
            TraceGrouping.Find("Service")!.Observe(trace).Select(one => (one.Group!, one.Status, one.Seconds!.Value)));
        Assert.Equal([2.0, 1.0], TraceGrouping.Find("Service")!.Observe(trace).Select(one => one.SelfSeconds!.Value));
        Assert.Equal(
            [("shop", TraceStatus.Ok, 4.0), ("shop > db PutItem", TraceStatus.Fault, 1.0), ("orders GET /#", TraceStatus.Ok, 1.0)],
            TraceGrouping.Find("Operation")!.Observe(trace).Select(one => (one.Group!, one.Status, one.Seconds!.Value)));
    }

    private static void Add(TraceMeasure measure, TraceGrouping grouping, TraceSummary summary)
    {
        foreach (TraceObservation observation in grouping.Observe(summary))
        {
            measure.Add(observation);
        }
    }

    private static ValueWithServiceIds Value(string text) => new() { AnnotationValue = new AnnotationValue { StringValue = text } };
}
