using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using XRayPS.Core.Analysis;

namespace XRayPS.Tests.Analysis;

public sealed class CriticalPathTests
{
    private const double Epoch = 1790161907;

    [Fact]
    public void A_call_takes_its_time_and_the_caller_the_rest()
    {
        SegmentDocument root = Entry("root", "1", 0, 4, Entry("db", "2", 1, 3));
        Assert.Equal(["root 1 s", "db 2 s", "root 1 s"], Steps(root));
    }

    [Fact]
    public void Of_two_calls_side_by_side_the_one_that_ends_last_counts()
    {
        SegmentDocument root = Entry("root", "1", 0, 4, Entry("a", "2", 0.5, 2), Entry("b", "3", 0.5, 3));
        Assert.Equal(["root 0.5 s", "b 2.5 s", "root 1 s"], Steps(root));
    }

    [Fact]
    public void A_callee_takes_the_time_of_the_call_and_leaves_the_way_to_the_caller()
    {
        SegmentDocument root = Entry("front", "1", 0, 4, Entry("back", "2", 1, 3.5));
        SegmentDocument callee = Entry("back-service", "3", 1.2, 3.3);
        callee.ParentId = "2";
        Assert.Equal(["front 1 s", "back 0.2 s", "back-service 2.1 s", "back 0.2 s", "front 0.5 s"], Steps(root, callee));
    }

    [Fact]
    public void Work_that_outlives_its_caller_belongs_to_the_trace()
    {
        SegmentDocument root = Entry("root", "1", 0, 1, Entry("async", "2", 0.5, 5));
        Assert.Equal(["root 0.5 s", "async 4.5 s"], Steps(root));
    }

    [Fact]
    public void Time_in_which_nothing_was_recorded_is_told()
    {
        SegmentDocument first = Entry("a", "1", 0, 1);
        SegmentDocument second = Entry("b", "2", 3, 4);
        Assert.Equal(["a 1 s", "(nothing recorded) 2 s", "b 1 s"], Steps(first, second));
    }

    [Fact]
    public void Ids_that_point_at_each_other_end_as_orphans()
    {
        SegmentDocument a = Entry("a", "1", 0, 1);
        SegmentDocument b = Entry("b", "2", 0, 1);
        a.ParentId = "2";
        b.ParentId = "1";
        Timeline timeline = Timeline.Of("t", [a, b]);
        Assert.Contains(timeline.Entries, entry => entry.IsOrphan);
        Assert.Equal(2, timeline.Entries.Count);
    }

    [Fact]
    public void A_chain_of_ten_thousand_calls_does_not_exhaust_the_stack()
    {
        SegmentDocument root = Entry("0", "0", 0, 10_000);
        SegmentDocument at = root;
        for (int i = 1; i < 10_000; i++)
        {
            SegmentDocument child = Entry($"{i}", $"{i}", i, 10_000);
            at.Subsegments.Add(child);
            at = child;
        }

        Assert.Equal(10_000, CriticalPath.Of(Timeline.Of("t", [root])).Count);
    }

    [Property(MaxTest = 300)]
    public Property Contributions_add_up_to_the_duration_and_follow_each_other() =>
        Prop.ForAll(Traces(), segments =>
        {
            Timeline timeline = Timeline.Of("t", segments);
            IReadOnlyList<CriticalPathStep> steps = CriticalPath.Of(timeline);
            bool sum = Math.Abs(steps.Sum(step => step.Contribution) - timeline.Duration) < 1e-4;
            bool follow = steps.Zip(steps.Skip(1)).All(pair =>
                Math.Abs(pair.First.Start + pair.First.Contribution - pair.Second.Start) < 1e-4);
            return sum && follow;
        });

    /// <summary>Random trees: children may start early, end late, overlap, be in progress, belong to another service.</summary>
    private static Arbitrary<SegmentDocument[]> Traces() =>
        Gen.Choose(0, int.MaxValue).Select(seed =>
        {
            Random random = new(seed);
            List<SegmentDocument> all = [];
            List<SegmentDocument> segments = [];
            int count = random.Next(1, 25);
            for (int i = 0; i < count; i++)
            {
                double start = random.Next(0, 50) / 10.0;
                SegmentDocument entry = Entry($"n{i}", $"{i}", start, start + random.Next(0, 50) / 10.0);
                if (random.Next(12) == 0)
                {
                    entry.EndSeconds = null;
                    entry.InProgress = true;
                }

                SegmentDocument? parent = all.Count == 0 ? null : all[random.Next(all.Count)];
                if (parent is not null && random.Next(3) > 0)
                {
                    parent.Subsegments.Add(entry);
                }
                else
                {
                    entry.ParentId = random.Next(2) == 0 ? parent?.Id : null;
                    segments.Add(entry);
                }

                all.Add(entry);
            }

            return segments.ToArray();
        }).ToArbitrary();

    private static IEnumerable<string> Steps(params SegmentDocument[] segments) =>
        CriticalPath.Of(Timeline.Of("t", segments)).Select(step => step.ToString());

    private static SegmentDocument Entry(string name, string id, double start, double end, params SegmentDocument[] inside) => new()
    {
        Name = name,
        Id = id,
        StartSeconds = Epoch + start,
        EndSeconds = Epoch + end,
        Subsegments = new RecordList<SegmentDocument>(inside),
    };
}
