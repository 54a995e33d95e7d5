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
/// <param name="Entity">The entity where the path starts.</param>
/// <param name="Rest">The path from there on; null at the culprit.</param>
internal sealed record CausePath(CauseRank Rank, TraceEntity Entity, CausePath? Rest)
{
    /// <summary>The rank as it looks from above: over a call it is a call, even if only the caller says why it failed.</summary>
    internal CauseRank RankFromAbove =>
        Rank == CauseRank.Local && (Entity.IsCall || Entity.IsSegment) ? CauseRank.Call : Rank;

    internal CausePath Under(TraceEntity entity) => new(RankFromAbove, entity, this);

    /// <summary>The entities, first the one where the path starts.</summary>
    internal List<TraceEntity> Steps()
    {
        List<TraceEntity> steps = [];
        for (CausePath? path = this; path is not null; path = path.Rest)
        {
            steps.Add(path.Entity);
        }

        return steps;
    }
}
