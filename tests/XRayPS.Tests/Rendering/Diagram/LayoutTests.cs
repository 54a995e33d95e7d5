using System.Diagnostics;
using FsCheck.Xunit;
using XRayPS.Core.Rendering.Diagram.Layout;
using Xunit.Abstractions;

namespace XRayPS.Tests.Rendering.Diagram;

public sealed class LayoutTests(ITestOutputHelper output)
{
    private static readonly LayoutMeasures s_measures = new();

    [Property(MaxTest = 200)]
    public void NodesNeverOverlapAndEdgesEndAtThem(int seed)
    {
        (int nodes, List<(int, int)> edges) = Random(seed, most: 40);
        LayoutResult layout = Lay(nodes, edges);

        AssertNoOverlap(layout);
        AssertEnds(layout, edges);
    }

    [Property(MaxTest = 50)]
    public void TheSameGraphHasTheSameLayout(int seed)
    {
        (int nodes, List<(int, int)> edges) = Random(seed, most: 30);
        LayoutResult one = Lay(nodes, edges);
        LayoutResult other = Lay(nodes, edges);

        Assert.Equal(one.Nodes, other.Nodes);
        Assert.Equal(one.Edges.SelectMany(edge => edge), other.Edges.SelectMany(edge => edge));
    }

    [Property(MaxTest = 100)]
    public void EdgesOfATreeDoNotCross(int seed)
    {
        Random random = new(seed);
        int nodes = random.Next(2, 40);
        List<(int, int)> edges = [.. Enumerable.Range(1, nodes - 1).Select(node => (random.Next(node), node))];

        Assert.Equal(0, Crossings(Lay(nodes, edges)));
    }

    [Theory]
    [InlineData(0, "0>3 0>4 1>2 1>3")]
    [InlineData(0, "0>1 0>2 1>3 2>3")]
    [InlineData(0, "0>1 1>2 2>3 0>3")]
    [InlineData(1, "0>2 0>3 1>2 1>3")]
    [InlineData(3, "0>3 0>4 0>5 1>3 1>4 2>3 2>5")]
    public void KnownGraphsHaveFewCrossings(int most, string text)
    {
        List<(int Source, int Target)> edges = [.. text.Split(' ').Select(edge => edge.Split('>')).Select(ends => (int.Parse(ends[0]), int.Parse(ends[1])))];

        Assert.InRange(Crossings(Lay(edges.Max(edge => Math.Max(edge.Source, edge.Target)) + 1, edges)), 0, most);
    }

    [Fact]
    public void CallersStandLeftOfWhatTheyCall()
    {
        LayoutResult layout = Lay(4, [(3, 1), (1, 0), (3, 2), (2, 0)]);

        Assert.True(layout.Nodes[3].X < layout.Nodes[1].X);
        Assert.True(layout.Nodes[1].X < layout.Nodes[0].X);
        Assert.Equal(layout.Nodes[1].X, layout.Nodes[2].X);
    }

    [Fact]
    public void AChainIsAStraightLine()
    {
        LayoutResult layout = Lay(5, [(0, 1), (1, 2), (2, 3), (3, 4)]);

        Assert.Single(layout.Nodes.Select(node => node.Y).Distinct());
        Assert.All(layout.Edges, edge => Assert.Single(edge.Select(point => point.Y).Distinct()));
    }

    [Fact]
    public void InACycleTheEntryStandsLeft()
    {
        LayoutResult layout = LayeredLayout.Of(3, [(0, 1), (1, 2), (2, 0)], node => node == 1, s_measures);

        Assert.Equal(layout.Nodes.Min(node => node.X), layout.Nodes[1].X);
        Assert.True(layout.Edges[0][0].X > layout.Edges[0][^1].X, "The edge that closes the cycle runs backwards.");
    }

    [Fact]
    public void ThreeHundredNodesAreQuick()
    {
        Random random = new(11);
        List<(int, int)> edges = [.. Enumerable.Range(1, 299).SelectMany(node => Enumerable.Range(0, random.Next(1, 3)).Select(_ => (random.Next(Math.Max(0, node - 30), node), node)))];
        edges.AddRange(Enumerable.Range(0, 30).Select(_ => (random.Next(300), random.Next(300))));
        Stopwatch watch = Stopwatch.StartNew();
        LayoutResult layout = Lay(300, edges);

        output.WriteLine($"300 nodes, {edges.Count} edges: {watch.ElapsedMilliseconds} ms, {Crossings(layout)} crossings");
        AssertNoOverlap(layout);
    }

    private static LayoutResult Lay(int nodes, List<(int, int)> edges) => LayeredLayout.Of(nodes, edges, node => node == 0, s_measures);

    private static (int Nodes, List<(int, int)> Edges) Random(int seed, int most)
    {
        Random random = new(seed);
        int nodes = random.Next(1, most);
        return (nodes, [.. Enumerable.Range(0, random.Next(0, nodes * 2)).Select(_ => (random.Next(nodes), random.Next(nodes)))]);
    }

    private static void AssertNoOverlap(LayoutResult layout)
    {
        for (int i = 0; i < layout.Nodes.Count; i++)
        {
            LayoutPoint one = layout.Nodes[i];
            Assert.InRange(one.X, 0, layout.Width - s_measures.NodeWidth + 0.001);
            Assert.InRange(one.Y, -0.001, layout.Height - s_measures.NodeHeight + 0.001);
            for (int j = 0; j < i; j++)
            {
                LayoutPoint other = layout.Nodes[j];
                bool apart = Math.Abs(one.X - other.X) >= s_measures.NodeWidth || Math.Abs(one.Y - other.Y) >= s_measures.NodeHeight;
                Assert.True(apart, $"Nodes {i} and {j} overlap: {one}, {other}");
            }
        }
    }

    private static void AssertEnds(LayoutResult layout, List<(int Source, int Target)> edges)
    {
        for (int i = 0; i < edges.Count; i++)
        {
            IReadOnlyList<LayoutPoint> points = layout.Edges[i];
            if (edges[i].Source == edges[i].Target)
            {
                Assert.Single(points);
                continue;
            }

            AssertTouches(layout.Nodes[edges[i].Source], points[0]);
            AssertTouches(layout.Nodes[edges[i].Target], points[^1]);
            for (int at = 1; at + 1 < points.Count; at += 2)
            {
                Assert.Equal(points[at].Y, points[at + 1].Y);
                Assert.DoesNotContain(layout.Nodes, node => node.X == Math.Min(points[at].X, points[at + 1].X)
                    && points[at].Y > node.Y && points[at].Y < node.Y + s_measures.NodeHeight);
            }
        }
    }

    private static void AssertTouches(LayoutPoint node, LayoutPoint point)
    {
        Assert.Contains(point.X, new[] { node.X, node.X + s_measures.NodeWidth });
        Assert.InRange(point.Y, node.Y, node.Y + s_measures.NodeHeight);
    }

    /// <summary>Crossings of bends, which all run from one column to the next.</summary>
    private static int Crossings(LayoutResult layout)
    {
        List<(double X, double From, double To)> bends = [];
        foreach (IReadOnlyList<LayoutPoint> points in layout.Edges.Where(points => points.Count > 1))
        {
            for (int i = 0; i + 1 < points.Count; i += 2)
            {
                (LayoutPoint left, LayoutPoint right) = points[i].X < points[i + 1].X ? (points[i], points[i + 1]) : (points[i + 1], points[i]);
                bends.Add((left.X, left.Y, right.Y));
            }
        }

        return bends.SelectMany((one, i) => bends.Take(i).Where(other => other.X == one.X && (one.From - other.From) * (one.To - other.To) < 0)).Count();
    }
}
