using XRayPS.Core.Analysis;

namespace XRayPS.Tests.Analysis;

public sealed class CompareTests
{
    [Fact]
    public void Steps_are_aligned_by_name_and_place_and_never_by_id()
    {
        Timeline before = Timeline.Of("a", [Entry("shop", "1", 0, 4, Call("db", "2", 0, 1), Call("db", "3", 1, 2), Call("old", "4", 2, 3))]);
        Timeline after = Timeline.Of("b", [Entry("shop", "9", 0, 8, Call("db", "8", 0, 1), Call("db", "7", 1, 6), Call("new", "6", 6, 7))]);
        Assert.Equal(
            ["Slower: shop +4 s", "Same: shop / db 0 s", "Slower: shop / db +4 s", "Removed: shop / old", "Added: shop / new"],
            TraceComparer.Compare(before, after).Select(step => step.ToString()));
    }

    [Fact]
    public void Two_sets_that_differ_are_told_apart_with_the_largest_change_first()
    {
        TraceSetComparer comparer = new(null);
        for (int i = 0; i < 400; i++)
        {
            comparer.AddReference(Of(0.1 + (i % 10 * 0.001)), []);
            comparer.AddDifference(Of(0.3 + (i % 10 * 0.001), isFault: i % 20 == 0), []);
        }

        TraceSetComparison all = Assert.Single(comparer.Build());
        Assert.True(all.IsSignificant);
        Assert.Equal(0.05, all.FailureRateDelta!.Value, 6);
        Assert.Equal(0.2, all.P50Delta!.Value, 2);
        Assert.StartsWith("All traces: failures rose from 0% to 5%; p", all.Statement, StringComparison.Ordinal);
        Assert.Contains("p50 rose from 10", all.Statement, StringComparison.Ordinal);
        Assert.EndsWith("(400 against 400).", all.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changed_most_is_said_first_and_what_is_too_small_is_said_too()
    {
        TraceSetComparer comparer = new("Service");
        for (int i = 0; i < 100; i++)
        {
            comparer.AddReference(Of(1), [Of(0.1, "much"), Of(0.1, "some"), Of(0.1, "same")]);
            comparer.AddDifference(Of(1), [Of(0.9, "much"), Of(0.15, "some"), Of(0.1, "same")]);
        }

        comparer.AddReference(Of(1), [Of(0.1, "small")]);
        comparer.AddDifference(Of(1), [Of(9, "small")]);
        IReadOnlyList<TraceSetComparison> rows = comparer.Build();
        Assert.Equal([null, "much", "some", "same", "small"], rows.Select(row => row.Group));
        Assert.Equal([false, true, true, false, false], rows.Select(row => row.IsSignificant));
        Assert.StartsWith(
            "All traces: no difference beyond chance (101 against 101). Most changed: much: p50 rose from 100",
            rows[0].Statement, StringComparison.Ordinal);
        Assert.EndsWith("1 of 4 groups are too small to tell.", rows[0].Statement, StringComparison.Ordinal);
        Assert.Equal("small: too few to tell (1 against 1; 20 each are needed).", rows[4].Statement);
    }

    [Fact]
    public void A_small_sample_says_that_it_is_too_small()
    {
        TraceSetComparer comparer = new(null);
        for (int i = 0; i < 10; i++)
        {
            comparer.AddReference(Of(0.1), []);
            comparer.AddDifference(Of(9, isFault: true), []);
        }

        TraceSetComparison only = Assert.Single(comparer.Build());
        Assert.False(only.IsSignificant);
        Assert.True(only.IsTooSmall);
        Assert.Contains("too few to tell (10 against 10", only.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_in_one_set_only_is_told()
    {
        TraceSetComparer comparer = new("Url");
        comparer.AddDifference(Of(1), [Of(1, "http://x/new")]);
        Assert.Equal("http://x/new: only in the second set (1).", comparer.Build()[1].Statement);
        Assert.Equal("All traces: there is nothing to compare.", new TraceSetComparer(null).Build()[0].Statement);
    }

    [Theory]
    [InlineData(GraphCondition.NewNode, "new")]
    [InlineData(GraphCondition.VanishedNode, "old")]
    [InlineData(GraphCondition.NewEdge, "shop -> new")]
    [InlineData(GraphCondition.VanishedEdge, "shop -> old")]
    [InlineData(GraphCondition.FaultRate, "shop")]
    [InlineData(GraphCondition.FailureRate, "shop")]
    [InlineData(GraphCondition.Latency, "db")]
    public void A_gate_lets_through_what_it_was_not_told_to_stop(GraphCondition condition, string expected)
    {
        Service[] before = [Node(0, "shop", 300, 0, 0.1, (1, 40, 0, 0.1)), Node(1, "old", 40, 0, 0.1), Node(2, "db", 300, 0, 0.1), Node(3, "few", 5, 0, 0.1)];
        Service[] after = [Node(0, "shop", 300, 30, 0.1, (1, 40, 0, 0.1)), Node(1, "new", 40, 0, 0.1), Node(2, "db", 300, 0, 0.14), Node(3, "few", 5, 5, 9)];
        IReadOnlyList<ServiceGraphComparison> all = GraphComparer.Compare(before, after);

        Assert.Equal([expected], all.Where(one => new GraphGate([condition]).Broken(one).Any()).Select(one => one.Name));
        GraphGate loose = new([condition]) { FaultRateIncrease = 0.1, FailureRateIncrease = 0.1, LatencyIncrease = 0.5 };
        Assert.Equal(loose.NeedsSamples ? 0 : 1, all.Count(one => loose.Broken(one).Any()));
        Assert.Equal(["few"], all.Where(GraphGate.IsUndecided).Select(one => one.Name));
    }

    [Fact]
    public void Graphs_show_what_is_new_gone_worse_and_better()
    {
        Service[] before = [Node(0, "shop", 200, 2, 0.1, (1, 200, 2, 0.1)), Node(1, "db", 200, 40, 0.05), Node(2, "old", 30, 0, 0.01)];
        Service[] after = [Node(0, "shop", 200, 40, 0.1, (1, 200, 2, 0.1)), Node(1, "db", 200, 2, 0.05), Node(2, "new", 30, 0, 0.01)];
        Assert.Equal(
            ["Worse: shop", "Added: new", "Removed: old", "Better: db", "Same: shop -> db"],
            GraphComparer.Compare(before, after).Select(line => line.ToString()));
    }

    [Fact]
    public void A_time_that_grew_beyond_chance_and_notice_is_worse()
    {
        ServiceGraphComparison slower = Assert.Single(GraphComparer.Compare([Node(0, "a", 300, 0, 0.1)], [Node(0, "a", 300, 0, 0.2)]));
        Assert.Equal(GraphChange.Worse, slower.Change);
        Assert.Equal(0.1, slower.P50Delta!.Value, 2);
        ServiceGraphComparison few = Assert.Single(GraphComparer.Compare([Node(0, "a", 5, 0, 0.1)], [Node(0, "a", 5, 5, 9)]));
        Assert.Equal(GraphChange.Same, few.Change);
        Assert.False(few.IsSignificant);
    }

    private static Service Node(int id, string name, int count, int faults, double seconds, params (int To, int Count, int Faults, double Seconds)[] calls) => new()
    {
        ReferenceId = id,
        Name = name,
        SummaryStatistics = new ServiceStatistics
        {
            TotalCount = count,
            OkCount = count - faults,
            FaultStatistics = new FaultStatistics { TotalCount = faults },
        },
        ResponseTimeHistogram = [new HistogramEntry { Value = seconds, Count = count }],
        Edges = new RecordList<Edge>(calls.Select(call => new Edge
        {
            ReferenceId = call.To,
            SummaryStatistics = new EdgeStatistics { TotalCount = call.Count, OkCount = call.Count - call.Faults },
            ResponseTimeHistogram = [new HistogramEntry { Value = call.Seconds, Count = call.Count }],
        })),
    };

    private static TraceObservation Of(double seconds, string? group = null, bool isFault = false) =>
        new(group, isFault ? TraceStatus.Fault : TraceStatus.Ok, seconds, null);

    private static SegmentDocument Call(string name, string id, double start, double end)
    {
        SegmentDocument call = Entry(name, id, start, end);
        call.Namespace = "remote";
        return call;
    }

    private static SegmentDocument Entry(string name, string id, double start, double end, params SegmentDocument[] inside) => new()
    {
        Name = name,
        Id = id,
        StartSeconds = 1790161907 + start,
        EndSeconds = 1790161907 + end,
        Subsegments = new RecordList<SegmentDocument>(inside),
    };
}
