namespace XRayPS.Core.Rendering.Diagram.Layout;

/// <summary>A place in a column: a node, or the passage of an edge through a column that lies between its ends.</summary>
internal sealed class Vertex(int node, int column)
{
    /// <summary>The node's index; -1 for the passage of an edge.</summary>
    internal int Node => node;

    internal bool IsPassage => node < 0;

    internal int Column { get; set; } = column;

    /// <summary>The place within the column, from the top.</summary>
    internal int Order { get; set; }

    /// <summary>The middle, from the top.</summary>
    internal double Y { get; set; }

    /// <summary>Neighbours in the column to the left, one for each edge.</summary>
    internal List<Vertex> Left { get; } = [];

    /// <summary>Neighbours in the column to the right, one for each edge.</summary>
    internal List<Vertex> Right { get; } = [];
}
