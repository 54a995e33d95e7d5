using XRayPS.Core.Filters;
using XRayPS.Paging;

namespace XRayPS.Filters;

/// <summary>A node or an edge of a service graph as a question for the traces behind it.</summary>
/// <param name="Filter">The filter expression that means it; null where it has no names.</param>
/// <param name="Window">The window of its graph; null where it is not known.</param>
internal readonly record struct GraphEntity(string? Filter, TimeWindow? Window)
{
    /// <summary>Reads what came through the pipeline; false for anything else than a node or an edge.</summary>
    /// <param name="input">What came in.</param>
    /// <param name="entity">The question.</param>
    internal static bool TryRead(object? input, out GraphEntity entity)
    {
        object? value = input is System.Management.Automation.PSObject wrapped ? wrapped.BaseObject : input;
        entity = value switch
        {
            Service node => new GraphEntity(EntityFilter.Of(node), TimeWindow.Known(node.WindowStart, node.WindowEnd)),
            Edge edge => new GraphEntity(EntityFilter.Of(edge), TimeWindow.Known(edge.WindowStart, edge.WindowEnd)),
            _ => default,
        };
        return value is Service or Edge;
    }

    /// <summary>The filter, joined with another by AND.</summary>
    /// <param name="other">The other expression; null or blank is none.</param>
    internal string And(string? other)
    {
        FilterBuilder filter = new();
        return (string.IsNullOrWhiteSpace(other) ? filter : filter.Expression(other)).Expression(Filter!).ToString();
    }
}
