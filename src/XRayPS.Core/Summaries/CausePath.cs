using XRayPS.Core.Documents;

namespace XRayPS.Core.Summaries;

/// <summary>How good a path to a culprit is; smaller is better (observed).</summary>
internal enum CauseRank
{
    /// <summary>A cause given as a reference leads to the owner of the exception.</summary>
    Reference,

    /// <summary>The path leads over a failing call to another service.</summary>
    Call,

    /// <summary>The path leads to local work that owns an exception.</summary>
    Local,
}

/// <summary>A path from a segment or subsegment to a culprit below it, or to itself.</summary>
/// <param name="Rank">How good it is.</param>
/// <param name="Steps">The entities, first the one where the path starts.</param>
internal sealed record CausePath(CauseRank Rank, IReadOnlyList<TraceEntity> Steps)
{
    internal CausePath Under(TraceEntity entity) =>
        new(Rank == CauseRank.Local && Steps[0] is { IsCall: true } or { IsSegment: true } ? CauseRank.Call : Rank, [entity, .. Steps]);
}
