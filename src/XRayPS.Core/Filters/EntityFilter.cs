using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters;

/// <summary>The filter expressions that mean a node or an edge of a service graph.</summary>
public static class EntityFilter
{
    /// <summary>Traces that a node took part in; null for a node without a name.</summary>
    /// <param name="node">The node.</param>
    public static string? Of(Service node) => node.Name is null
        ? null
        : FilterPrinter.Print(new ServiceNode(Select(node.Name, node.Type, node.AccountId), null, default, default));

    /// <summary>Traces with a call over an edge; null for an edge whose ends have no names.</summary>
    /// <param name="edge">The edge.</param>
    public static string? Of(Edge edge) => edge.SourceName is null || edge.TargetName is null
        ? null
        : FilterPrinter.Print(new EdgeNode(
            Select(edge.SourceName, edge.SourceType, null),
            Select(edge.TargetName, edge.TargetType, null),
            null,
            default,
            default));

    private static NodeSelector Select(string name, string? type, string? accountId) =>
        new(name, type, accountId, IsId: true, default);
}
