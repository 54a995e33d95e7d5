namespace XRayPS.Core.Graph;

/// <summary>What tells services apart. Two services of one name and different types are two nodes.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The kind; null without an origin.</param>
/// <param name="AccountId">The account; null for the own one.</param>
/// <param name="Region">The region, in trace graphs only.</param>
public readonly record struct NodeKey(string Name, string? Type, string? AccountId, string? Region) : IComparable<NodeKey>
{
    /// <summary>By name, then type, account and region; null before anything else (observed).</summary>
    /// <param name="other">The other key.</param>
    public int CompareTo(NodeKey other)
    {
        int order = string.CompareOrdinal(Name, other.Name);
        order = order != 0 ? order : string.CompareOrdinal(Type, other.Type);
        order = order != 0 ? order : string.CompareOrdinal(AccountId, other.AccountId);
        return order != 0 ? order : string.CompareOrdinal(Region, other.Region);
    }
}
