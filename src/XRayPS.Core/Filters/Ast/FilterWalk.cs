namespace XRayPS.Core.Filters.Ast;

/// <summary>Walks through trees.</summary>
public static class FilterWalk
{
    /// <summary>A tree's nodes, parents first; nothing for null.</summary>
    /// <param name="root">The tree.</param>
    public static IEnumerable<FilterNode> All(FilterNode? root) => Walk(root, Children);

    /// <summary>A tree's nodes outside of braces, parents first; nothing for null.</summary>
    /// <param name="root">The tree.</param>
    public static IEnumerable<FilterNode> Outside(FilterNode? root) =>
        Walk(root, static node => node is ServiceNode or EdgeNode or RootCauseNode ? [] : Children(node));

    /// <summary>What stands directly under a node.</summary>
    /// <param name="node">The node.</param>
    public static IReadOnlyList<FilterNode> Children(FilterNode node) => node switch
    {
        OrNode or => or.Terms,
        AndNode and => and.Terms,
        NotNode not => [not.Operand],
        ServiceNode { Body: { } body } => [body],
        EdgeNode { Body: { } body } => [body],
        RootCauseNode cause => [cause.Body],
        _ => [],
    };

    private static IEnumerable<FilterNode> Walk(FilterNode? root, Func<FilterNode, IReadOnlyList<FilterNode>> children)
    {
        Stack<FilterNode> open = new();
        if (root is not null)
        {
            open.Push(root);
        }

        while (open.TryPop(out FilterNode? node))
        {
            yield return node;
            foreach (FilterNode child in children(node).Reverse())
            {
                open.Push(child);
            }
        }
    }
}
