using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Tells which nodes of a graph a selector means.</summary>
public sealed class NodeMatcher
{
    private readonly NodeSelector? _selector;

    internal NodeMatcher(NodeSelector? selector) => _selector = selector;

    /// <summary>Whether a node is meant.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="accountId">Its account; null for the own account.</param>
    public bool IsMatch(string? name, string? type, string? accountId)
    {
        if (_selector is null)
        {
            return true;
        }

        // The own account is not written on nodes.
        return (_selector.Name is null || _selector.Name == name)
            && (_selector.Type is null || _selector.Type == type)
            && (_selector.AccountId is null || _selector.AccountId == (accountId ?? NodeIdentity.OwnAccount));
    }

    internal bool IsMatch(NodeKey node) => IsMatch(node.Name, node.Type, node.AccountId);
}
