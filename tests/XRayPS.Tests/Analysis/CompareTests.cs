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
            comparer.AddReference(new TraceSummary { ResponseTime = 0.1 + (i % 10 * 0.001) });
            comparer.AddDifference(new TraceSummary { ResponseTime = 0.3 + (i % 10 * 0.001), HasFault = i % 20 == 0 });
        }

        TraceSetComparison all = Assert.Single(comparer.Build());
        Assert.True(all.IsSignificant);
        Assert.Equal(0.05, all.FailureRateDelta!.Value, 6);
        Assert.Equal(0.2, all.P50Delta!.Value, 2);
        Assert.StartsWith("All traces: failures rose from 0.0 % to 5.0 %", all.Statement.Replace("0.0%", "0.0 %").Replace("5.0%", "5.0 %"), StringComparison.Ordinal);
        Assert.Contains("p50 rose from 0.10", all.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_sample_says_that_it_is_too_small()
    {
        TraceSetComparer comparer = new(TraceGrouping.Find("Service"));
        for (int i = 0; i < 10; i++)
        {
            comparer.AddReference(new TraceSummary { ResponseTime = 0.1 });
            comparer.AddDifference(new TraceSummary { ResponseTime = 9, HasFault = true });
        }

        TraceSetComparison only = Assert.Single(comparer.Build());
        Assert.False(only.IsSignificant);
        Assert.Contains("too few traces to tell (10 against 10", only.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_in_one_set_only_is_told()
    {
        TraceSetComparer comparer = new(TraceGrouping.Find("Url"));
        comparer.AddDifference(new TraceSummary { Http = new Http { HttpURL = "http://x/new" } });
        Assert.Equal("http://x/new is only in the second set (1 traces).", Assert.Single(comparer.Build()).Statement);
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
