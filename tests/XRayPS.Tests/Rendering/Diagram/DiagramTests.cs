using System.Text.RegularExpressions;
using System.Xml;
using XRayPS.Core.Rendering.Diagram;
using XRayPS.Core.Rendering.Diagram.Svg;

namespace XRayPS.Tests.Rendering.Diagram;

public sealed class DiagramTests
{
    [Theory]
    [InlineData(100, 0, 0, 0, TraceStatus.Ok)]
    [InlineData(96, 4, 0, 0, TraceStatus.Ok)]
    [InlineData(95, 5, 0, 0, TraceStatus.Error)]
    [InlineData(90, 5, 5, 0, TraceStatus.Throttle)]
    [InlineData(85, 5, 5, 5, TraceStatus.Fault)]
    [InlineData(90, 6, 2, 2, TraceStatus.Error)]
    [InlineData(0, 0, 0, 0, TraceStatus.Ok)]
    [InlineData(0, 0, 0, 1, TraceStatus.Fault)]
    public void TheColourIsThatOfWhatFailsMost(int ok, int error, int throttle, int fault, TraceStatus expected) =>
        Assert.Equal(expected, new DiagramLoad(ok, error, throttle, fault, null, null).Health);

    [Theory]
    [InlineData(999, "999")]
    [InlineData(1_000, "1.0k")]
    [InlineData(9_960, "10k")]
    [InlineData(999_499, "999k")]
    [InlineData(999_500, "1.0M")]
    [InlineData(41_000_000, "41M")]
    [InlineData(2_000_000_000, "2.0G")]
    public void CountsAreShort(long count, string expected) => Assert.Equal(expected, LoadText.Count(count));

    [Theory]
    [InlineData(36_000, 3_600, "10/s")]
    [InlineData(120, 3_600, "2.0/min")]
    [InlineData(30, 3_600, "30/h")]
    [InlineData(30, 0, "")]
    public void RatesHaveTheUnitThatReadsWell(long count, int seconds, string expected) =>
        Assert.Equal(expected, LoadText.Rate(count, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void EdgesThatLeaveTheSelectionAreNotDrawn()
    {
        DiagramGraph graph = DiagramGraph.Of([DiagramSamples.Node(4, "a", null, (1, 0, 0, 0), DiagramSamples.Edge(5, 1, 1), DiagramSamples.Edge(4, 1, 1))]);

        DiagramEdge edge = Assert.Single(graph.Edges);
        Assert.Equal((0, 0), (edge.Source, edge.Target));
    }

    [Fact]
    public void AnEdgeWithoutReferenceFindsItsTargetByName()
    {
        Service caller = DiagramSamples.Node(0, "a", null, (1, 0, 0, 0), new Edge { TargetName = "b", TargetType = "remote" });
        caller.ReferenceId = null;
        DiagramGraph graph = DiagramGraph.Of([caller, new Service { Name = "b", Type = "AWS::S3" }, new Service { Name = "b", Type = "remote" }]);

        Assert.Equal(2, Assert.Single(graph.Edges).Target);
    }

    [Fact]
    public void WeightGrowsWithTraffic()
    {
        DiagramGraph graph = DiagramSamples.Shop();

        DiagramEdge[] byWeight = [.. graph.Edges.Where(edge => !edge.IsLink).OrderBy(graph.Weight)];
        Assert.Equal(byWeight.OrderBy(edge => edge.Load!.Total), byWeight);
        Assert.Equal(1, graph.Weight(byWeight[^1]));
    }

    [Fact]
    public void HostileNamesAreTextInTheDrawing()
    {
        XmlDocument document = new() { XmlResolver = null };
        document.LoadXml(SvgMap.Render(DiagramSamples.Hostile()));

        string titles = string.Join('\n', document.GetElementsByTagName("title").Cast<XmlElement>().Select(title => title.InnerText));
        Assert.Contains("</script><img src=x onerror=alert(1)>", titles, StringComparison.Ordinal);
        Assert.Contains("検索 😀", titles, StringComparison.Ordinal);
    }

    [Fact]
    public void MermaidLabelsHoldNothingThatIsSyntax()
    {
        foreach (Match label in Regex.Matches(MermaidMap.Render(DiagramSamples.Hostile()), "\\[\"(.*)\"\\]"))
        {
            string plain = Regex.Replace(label.Groups[1].Value.Replace("<br/>", "", StringComparison.Ordinal), "#[0-9]+;", "");
            Assert.DoesNotMatch("[\"<>&#;:`*{}()|\\[\\]\\\\]", plain);
        }
    }

    [Fact]
    public void EqualCallsOfASequenceShareALine()
    {
        DiagramSequence sequence = DiagramSequence.Of(DiagramSamples.Order());

        SequenceMessage reads = Assert.Single(sequence.Messages, message => message.Words.StartsWith("GetItem", StringComparison.Ordinal));
        Assert.Equal((6, 0.01, 0.07), (reads.Count, reads.Start, reads.End!.Value));
        Assert.Null(Assert.Single(sequence.Messages, message => message.Words.Contains("mail", StringComparison.Ordinal)).End);
    }

    [Fact]
    public void InASequenceACallStandsBeforeItsAnswer()
    {
        DiagramSequence sequence = DiagramSequence.Of(DiagramSamples.Order());

        HashSet<int> open = [];
        foreach (SequenceEvent happening in sequence.Events)
        {
            Assert.True(happening.IsAnswer ? open.Remove(happening.Message) : open.Add(happening.Message));
        }

        Assert.Equal(sequence.Events.Select(happening => happening.At).Order(), sequence.Events.Select(happening => happening.At));
    }
}
