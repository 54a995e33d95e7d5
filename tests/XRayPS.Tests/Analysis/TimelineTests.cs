using XRayPS.Core.Analysis;

namespace XRayPS.Tests.Analysis;

public sealed class TimelineTests
{
    [Fact]
    public void ACalleeStandsUnderTheSubsegmentThatCalledIt()
    {
        SegmentDocument call = new() { Id = "2", Name = "call", StartSeconds = 2 };
        SegmentDocument caller = new() { Id = "1", Name = "caller", StartSeconds = 1, Subsegments = [call] };
        SegmentDocument callee = new() { Id = "3", Name = "callee", ParentId = "2", StartSeconds = 3 };

        Assert.Equal("caller(call(callee))", Draw(callee, caller));
    }

    [Fact]
    public void ACalleeOfASegmentStandsAmongItsSubsegmentsByStart()
    {
        SegmentDocument step = new() { Id = "2", Name = "step", StartSeconds = 4 };
        SegmentDocument caller = new() { Id = "1", Name = "caller", StartSeconds = 1, Subsegments = [step] };
        SegmentDocument callee = new() { Id = "3", Name = "callee", ParentId = "1", StartSeconds = 3 };

        Assert.Equal("caller(callee step)", Draw(caller, callee));
    }

    [Fact]
    public void AnInferredSegmentBecomesTheKindOfItsCall()
    {
        SegmentDocument call = new() { Id = "2", Name = "DynamoDB", Namespace = "aws" };
        SegmentDocument caller = new() { Id = "1", Name = "caller", Subsegments = [call] };
        SegmentDocument inferred = new() { Id = "3", Name = "DynamoDB", ParentId = "2", Inferred = true, Origin = "AWS::DynamoDB::Table" };

        Timeline tree = Timeline.Of("t", [caller, inferred]);

        Assert.Equal("caller(DynamoDB)", Draw(tree.Roots));
        Assert.Equal("AWS::DynamoDB::Table", tree.Roots[0].Children[0].Kind);
    }

    [Fact]
    public void ASegmentWithoutItsParentIsARootOfItsOwnAfterTheOthers()
    {
        SegmentDocument orphan = new() { Id = "1", Name = "orphan", ParentId = "9", StartSeconds = 1 };
        SegmentDocument root = new() { Id = "2", Name = "root", StartSeconds = 2 };

        Timeline tree = Timeline.Of("t", [orphan, root]);

        Assert.Equal("root orphan", Draw(tree.Roots));
        Assert.Equal([false, true], tree.Roots.Select(node => node.IsOrphan));
    }

    [Fact]
    public void SegmentsThatNameEachOtherAsParentAreShownOnce()
    {
        SegmentDocument left = new() { Id = "1", Name = "left", ParentId = "2", StartSeconds = 1 };
        SegmentDocument right = new() { Id = "2", Name = "right", ParentId = "1", StartSeconds = 2 };
        SegmentDocument self = new() { Id = "3", Name = "self", ParentId = "3", StartSeconds = 3 };

        Assert.Equal("left(right) self", Draw(right, self, left));
    }

    private static string Draw(params SegmentDocument[] segments) => Draw(Timeline.Of("t", segments).Roots);

    private static string Draw(IEnumerable<TimelineEntry> nodes) => string.Join(' ', nodes.Select(node =>
        node.Children.Count == 0 ? node.Document.Name : $"{node.Document.Name}({Draw(node.Children)})"));
}
