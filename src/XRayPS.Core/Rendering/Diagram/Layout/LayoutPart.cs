namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>One connected part of a graph, laid out from its own upper left corner.</summary>
internal sealed class LayoutPart
{
    private const double PortStep = 11;

    private readonly LayoutMeasures _measures;
    private readonly List<int> _nodes;
    private readonly List<List<Vertex>> _columns = [];
    private readonly Dictionary<int, Vertex> _vertices = [];
    private readonly Dictionary<int, List<Vertex>> _chains = [];
    private readonly Dictionary<int, bool> _reversed = [];
    private readonly Dictionary<(int Edge, bool AtStart), double> _ports = [];
    private double _top;

    private LayoutPart(List<int> nodes, LayoutMeasures measures)
    {
        _nodes = nodes;
        _measures = measures;
    }

    internal int NodeCount => _nodes.Count;

    internal int FirstNode => _nodes[0];

    internal double Width => (_columns.Count * (_measures.NodeWidth + _measures.ColumnGap)) - _measures.ColumnGap;

    internal double Height { get; private set; }

    internal static LayoutPart Lay(
        List<int> nodes, IReadOnlyList<(int Source, int Target)> edges, Func<int, bool> isEntry, LayoutMeasures measures)
    {
        LayoutPart part = new(nodes, measures);
        part.MakeColumns(edges, isEntry);
        CrossingReduction.Order(part._columns);
        RowPlacement.Place(part._columns, part.Distance);
        part.FindPorts();
        part.Measure();
        return part;
    }

    /// <summary>Writes the corners of the nodes and the points of the edges, moved by an offset.</summary>
    internal void CopyTo(LayoutPoint[] corners, IReadOnlyList<LayoutPoint>[] paths, double x, double y)
    {
        double shift = y - _top;
        foreach (Vertex vertex in _vertices.Values)
        {
            corners[vertex.Node] = new LayoutPoint(x + Left(vertex), vertex.Y - (_measures.NodeHeight / 2) + shift);
        }

        foreach ((int edge, List<Vertex> chain) in _chains)
        {
            List<LayoutPoint> points = [];
            for (int i = 0; i < chain.Count; i++)
            {
                double left = x + Left(chain[i]);
                double height = chain[i].Y + shift;
                if (i > 0)
                {
                    double port = i == chain.Count - 1 ? _ports[(edge, false)] : 0;
                    points.Add(new LayoutPoint(left, height + port));
                }

                if (i < chain.Count - 1)
                {
                    double port = i == 0 ? _ports[(edge, true)] : 0;
                    points.Add(new LayoutPoint(left + _measures.NodeWidth, height + port));
                }
            }

            if (_reversed[edge])
            {
                points.Reverse();
            }

            // A node that calls itself has no way to go; its top stands for the loop.
            paths[edge] = chain.Count > 1
                ? points
                : [new LayoutPoint(x + Left(chain[0]) + (_measures.NodeWidth / 2), chain[0].Y - (_measures.NodeHeight / 2) + shift)];
        }
    }

    private double Left(Vertex vertex) => vertex.Column * (_measures.NodeWidth + _measures.ColumnGap);

    private double Distance(Vertex one, Vertex other)
    {
        double halves = (HeightOf(one) + HeightOf(other)) / 2;
        return halves + (one.IsPassage || other.IsPassage ? _measures.LaneGap : _measures.RowGap);
    }

    private double HeightOf(Vertex vertex) => vertex.IsPassage ? 0 : _measures.NodeHeight;

    private void MakeColumns(IReadOnlyList<(int Source, int Target)> all, Func<int, bool> isEntry)
    {
        Dictionary<int, int> local = _nodes.Select((node, i) => (node, i)).ToDictionary(pair => pair.node, pair => pair.i);
        int[] own = [.. Enumerable.Range(0, all.Count).Where(edge => local.ContainsKey(all[edge].Source))];
        (int Source, int Target)[] edges = [.. own.Select(edge => (local[all[edge].Source], local[all[edge].Target]))];
        bool[] reversed = CycleRemoval.Find(_nodes.Count, edges, node => isEntry(_nodes[node]));
        (int Source, int Target)[] forward = [.. edges.Select((edge, i) => reversed[i] ? (edge.Target, edge.Source) : edge)];
        int[] columns = ColumnAssignment.Assign(_nodes.Count, [.. forward.Where(edge => edge.Source != edge.Target)]);
        for (int i = 0; i <= columns.Max(); i++)
        {
            _columns.Add([]);
        }

        for (int i = 0; i < _nodes.Count; i++)
        {
            Vertex vertex = new(_nodes[i], columns[i]);
            _vertices.Add(_nodes[i], vertex);
            _columns[columns[i]].Add(vertex);
        }

        for (int i = 0; i < own.Length; i++)
        {
            _reversed[own[i]] = reversed[i];
            _chains[own[i]] = Chain(_vertices[_nodes[forward[i].Source]], _vertices[_nodes[forward[i].Target]]);
        }
    }

    private List<Vertex> Chain(Vertex from, Vertex to)
    {
        List<Vertex> chain = [from];
        for (int column = from.Column + 1; column <= to.Column; column++)
        {
            Vertex next = column == to.Column ? to : new Vertex(-1, column);
            if (next.IsPassage)
            {
                _columns[column].Add(next);
            }

            chain[^1].Right.Add(next);
            next.Left.Add(chain[^1]);
            chain.Add(next);
        }

        return chain;
    }

    /// <summary>Spreads the ends of edges over the side of a node, in the order of where they come from or go.</summary>
    private void FindPorts()
    {
        foreach (bool atStart in new[] { true, false })
        {
            foreach (IGrouping<Vertex, KeyValuePair<int, List<Vertex>>> side in _chains
                .Where(pair => pair.Value.Count > 1).GroupBy(pair => atStart ? pair.Value[0] : pair.Value[^1]))
            {
                int[] edges = [.. side
                    .OrderBy(pair => (atStart ? pair.Value[1] : pair.Value[^2]).Y)
                    .ThenBy(pair => pair.Key)
                    .Select(pair => pair.Key)];
                double step = Math.Min(PortStep, (_measures.NodeHeight - 20) / Math.Max(1, edges.Length - 1));
                for (int i = 0; i < edges.Length; i++)
                {
                    _ports[(edges[i], atStart)] = step * (i - ((edges.Length - 1) / 2d));
                }
            }
        }
    }

    private void Measure()
    {
        _top = _columns.SelectMany(column => column).Min(vertex => vertex.Y - (HeightOf(vertex) / 2));
        Height = _columns.SelectMany(column => column).Max(vertex => vertex.Y + (HeightOf(vertex) / 2)) - _top;
    }
}
