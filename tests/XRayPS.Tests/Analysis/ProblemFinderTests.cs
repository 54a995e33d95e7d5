using XRayPS.Core.Analysis;

namespace XRayPS.Tests.Analysis;

public sealed class ProblemFinderTests
{
    [Fact]
    public void The_same_call_over_and_over_is_one_finding_with_all_ids()
    {
        SegmentDocument root = Entry("shop", "root", 0, 10);
        for (int i = 0; i < 8; i++)
        {
            SegmentDocument call = Call("items", $"{i}", i, i + 0.9);
            call.Http = new SegmentHttp { Method = "GET", Url = $"http://items/item/{i}?x={i}" };
            root.Subsegments.Add(call);
        }

        TraceProblem problem = Assert.Single(Find(root));
        Assert.Equal((TraceProblemKind.RepeatedCalls, 8, 8), (problem.Kind, problem.Count, problem.SegmentIds.Count));
        Assert.Equal(6.3, problem.TimeAtStake, 6);
        Assert.Equal("'items' (GET) was called 8 times, one after another, 7.2 s in all. Ask for everything in one call.", problem.Message);
    }

    [Fact]
    public void The_same_call_side_by_side_is_fine()
    {
        SegmentDocument root = Entry("shop", "root", 0, 10);
        for (int i = 0; i < 8; i++)
        {
            root.Subsegments.Add(Call("items", $"{i}", 1, 2));
        }

        Assert.Empty(Find(root));
    }

    [Fact]
    public void Different_calls_one_after_another_could_run_side_by_side()
    {
        TraceProblem problem = Assert.Single(Find(Entry("shop", "root", 0, 6, Call("a", "1", 0, 2), Call("b", "2", 2, 4), Call("c", "3", 4, 6))));
        Assert.Equal(TraceProblemKind.SequentialCalls, problem.Kind);
        Assert.Equal(4, problem.TimeAtStake, 6);
        Assert.Equal(["1", "2", "3"], problem.SegmentIds);
    }

    [Fact]
    public void Calls_too_short_to_matter_are_not_told() =>
        Assert.Empty(Find(Entry("shop", "root", 0, 10, Call("a", "1", 0, 0.1), Call("b", "2", 1, 1.1))));

    [Fact]
    public void A_call_that_failed_and_was_made_again_is_a_storm_and_not_repetition()
    {
        SegmentDocument root = Entry("shop", "root", 0, 10);
        for (int i = 0; i < 6; i++)
        {
            SegmentDocument call = Call("pay", $"{i}", i, i + 0.5);
            call.Fault = i < 5;
            root.Subsegments.Add(call);
        }

        TraceProblem problem = Assert.Single(Find(root));
        Assert.Equal((TraceProblemKind.RetryStorm, 5), (problem.Kind, problem.Count));
        Assert.Equal(2.5, problem.TimeAtStake, 6);
    }

    [Fact]
    public void Different_things_that_fail_are_repetition_and_no_storm()
    {
        SegmentDocument root = Entry("shop", "root", 0, 10);
        for (int i = 0; i < 6; i++)
        {
            SegmentDocument call = Call("items", $"{i}", i, i + 0.5);
            call.Http = new SegmentHttp { Method = "GET", Url = $"http://items/{i}", Status = 404 };
            call.Error = true;
            root.Subsegments.Add(call);
        }

        Assert.Equal(TraceProblemKind.RepeatedCalls, Assert.Single(Find(root)).Kind);
    }

    [Fact]
    public void Failures_side_by_side_or_now_and_then_are_no_storm()
    {
        SegmentDocument beside = Entry("shop", "root", 0, 10);
        SegmentDocument scattered = Entry("shop", "root", 0, 20);
        for (int i = 0; i < 12; i++)
        {
            SegmentDocument together = Call("pay", $"{i}", 1, 2);
            together.Fault = true;
            beside.Subsegments.Add(together);
            SegmentDocument single = Call("pay", $"{i}", i, i + 0.5);
            single.Fault = i % 4 == 0;
            scattered.Subsegments.Add(single);
        }

        Assert.Empty(Find(beside));
        Assert.Equal(TraceProblemKind.RepeatedCalls, Assert.Single(Find(scattered)).Kind);
    }

    [Fact]
    public void Retries_inside_an_sdk_are_a_storm_too()
    {
        SegmentDocument call = Call("DynamoDB", "1", 0, 3);
        call.Aws = new RecordMap<object?> { ["operation"] = "PutItem", ["retries"] = 7L };

        TraceProblem problem = Assert.Single(Find(Entry("shop", "root", 0, 4, call)));
        Assert.Equal((TraceProblemKind.RetryStorm, 7, 3.0), (problem.Kind, problem.Count, problem.TimeAtStake));
        Assert.StartsWith("'DynamoDB' (PutItem) was retried 7 times", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_whose_turns_are_subsegments_is_seen_through()
    {
        SegmentDocument root = Entry("shop", "root", 0, 10);
        for (int i = 0; i < 6; i++)
        {
            root.Subsegments.Add(Entry("load item", $"t{i}", i, i + 1, Call("db", $"c{i}", i + 0.1, i + 0.9)));
        }

        Assert.Equal((TraceProblemKind.RepeatedCalls, 6), (Assert.Single(Find(root)).Kind, Find(root)[0].Count));
    }

    [Fact]
    public void A_host_whose_clock_is_off_is_one_finding_however_often_it_is_called()
    {
        SegmentDocument root = Entry("shop", "root", 5, 10);
        List<SegmentDocument> segments = [root];
        for (int i = 0; i < 4; i++)
        {
            root.Subsegments.Add(Call("back", $"c{i}", 6, 7));
            SegmentDocument callee = Entry("back", $"s{i}", 3 + (i * 0.1), 4);
            callee.ParentId = $"c{i}";
            segments.Add(callee);
        }

        TraceProblem problem = Find([.. segments]).Single(one => one.Kind == TraceProblemKind.ClockSkew);
        Assert.Equal((4, 8, 3.0), (problem.Count, problem.SegmentIds.Count, problem.TimeAtStake));
        Assert.Contains("3 s before the call that caused it, and so it is with 3 more", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Children_of_one_missing_parent_are_one_finding_and_a_ring_is_called_one()
    {
        List<SegmentDocument> segments = [];
        for (int i = 0; i < 10; i++)
        {
            SegmentDocument orphan = Entry("lost", $"o{i}", 0, 1);
            orphan.ParentId = "gone";
            segments.Add(orphan);
        }

        SegmentDocument left = Entry("left", "l", 0, 1);
        left.ParentId = "r";
        SegmentDocument right = Entry("right", "r", 0, 1);
        right.ParentId = "l";
        IReadOnlyList<TraceProblem> problems = Find([.. segments, left, right]);

        Assert.Equal([1, 10], problems.Select(problem => problem.Count).Order());
        Assert.Contains("which they call themselves", problems.Single(problem => problem.Count == 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_made_to_be_slow_is_looked_through_at_once()
    {
        SegmentDocument root = Entry("shop", "root", 0, 40_000);
        for (int i = 0; i < 40_000; i++)
        {
            SegmentDocument call = Call(new string('n', 200), $"{i}", i, i + 1);
            call.Aws = new RecordMap<object?> { ["operation"] = $"{i} {new string('o', 1000)}", ["retries"] = double.NaN };
            root.Subsegments.Add(call);
        }

        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        TraceProblem problem = Assert.Single(Find(root));
        Assert.Equal(TraceProblemKind.SequentialCalls, problem.Kind);
        Assert.True(problem.Message.Length < 1500, problem.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Orphans_skewed_clocks_and_work_left_open_are_told()
    {
        SegmentDocument root = Entry("shop", "root", 5, 10, Call("back", "call", 6, 7));
        SegmentDocument skewed = Entry("back", "callee", 3, 4);
        skewed.ParentId = "call";
        SegmentDocument orphan = Entry("lost", "orphan", 5, 6);
        orphan.ParentId = "nowhere";
        SegmentDocument open = Entry("open", "open", 5, 6);
        open.EndSeconds = null;
        open.InProgress = true;
        IReadOnlyList<TraceProblem> problems = Find(root, skewed, orphan, open);
        Assert.Equal(
            [TraceProblemKind.MissingParent, TraceProblemKind.ClockSkew, TraceProblemKind.LeftInProgress],
            problems.Select(problem => problem.Kind).Order());
        Assert.Contains("nowhere", problems.Single(problem => problem.Kind == TraceProblemKind.MissingParent).Message, StringComparison.Ordinal);
        Assert.Equal(3, problems.Single(problem => problem.Kind == TraceProblemKind.ClockSkew).TimeAtStake, 6);
    }

    [Fact]
    public void More_annotation_keys_than_are_indexed_are_told()
    {
        SegmentDocument root = Entry("shop", "root", 0, 1);
        root.Annotations = [];
        for (int i = 0; i < 51; i++)
        {
            root.Annotations[$"k{i}"] = i;
        }

        Assert.Equal(51, Assert.Single(Find(root)).Count);
        SegmentDocument fine = Entry("shop", "root", 0, 1);
        fine.Annotations = new RecordMap<object> { ["a"] = 1L };
        Assert.Empty(Find(fine));
    }

    private static IReadOnlyList<TraceProblem> Find(params SegmentDocument[] segments) => ProblemFinder.Find(Timeline.Of("t", segments));

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
