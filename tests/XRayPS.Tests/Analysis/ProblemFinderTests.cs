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
