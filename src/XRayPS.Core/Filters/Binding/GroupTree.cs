using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Binding;

/// <summary>What a reference to a group stands for.</summary>
/// <param name="IsKnown">Whether groups could be looked up.</param>
/// <param name="Exists">Whether there is such a group.</param>
/// <param name="Filter">The group's filter; null when it takes every trace.</param>
internal sealed record GroupTree(bool IsKnown, bool Exists, FilterNode? Filter)
{
    internal static GroupTree Unknown { get; } = new(IsKnown: false, Exists: false, null);

    internal static GroupTree Absent { get; } = new(IsKnown: true, Exists: false, null);
}
