using XRayPS.Core.Documents;

namespace XRayPS.Core.Summaries;

/// <summary>
/// Finds the paths from failing segments to culprits, for one kind of failure. A path needs evidence: an exception, or a
/// failing callee that did not report itself. It follows what bears the flag of the documents, whatever the HTTP status says.
/// </summary>
/// <param name="isFlagged">Whether a segment or subsegment bears the flag.</param>
/// <param name="owners">The owners of the exceptions of the trace, by the exception's id.</param>
internal sealed class CauseFinder(Func<SegmentDocument, bool> isFlagged, IReadOnlyDictionary<string, TraceEntity> owners)
{
    private const int MaxSteps = 512;

    private readonly HashSet<TraceEntity> _onPath = [];
    private readonly HashSet<TraceEntity> _told = [];

    /// <summary>The paths: that of the root first, then those of failing segments that no earlier path went through.</summary>
    internal IEnumerable<IReadOnlyList<TraceEntity>> Find(AssembledTrace trace)
    {
        // Every path begins at a segment that bears the flag, and most traces have none.
        if (!trace.Segments.Any(segment => isFlagged(segment.Document)))
        {
            yield break;
        }

        IEnumerable<TraceEntity> starts = trace.Root is { } root ? [root, .. FromTheTop(trace)] : FromTheTop(trace);
        foreach (TraceEntity segment in starts)
        {
            if (_told.Contains(segment) || !isFlagged(segment.Document) || Best(segment) is not { } path)
            {
                continue;
            }

            List<TraceEntity> steps = path.Steps();
            _told.UnionWith(steps.Where(static step => step.IsSegment));
            yield return steps;
        }
    }

    /// <summary>Callers before callees, so that a path starts as high as it can.</summary>
    private static IEnumerable<TraceEntity> FromTheTop(AssembledTrace trace)
    {
        HashSet<TraceEntity> seen = [];
        Stack<TraceEntity> open = new();
        foreach (TraceEntity top in trace.Segments.OrderBy(static segment => segment.Caller is null ? 0 : 1))
        {
            open.Push(top);
            while (open.TryPop(out TraceEntity? entity))
            {
                if (!seen.Add(entity))
                {
                    continue;
                }

                if (entity.IsSegment)
                {
                    yield return entity;
                }

                foreach (TraceEntity next in entity.Subsegments.Concat(entity.Callees).Reverse())
                {
                    open.Push(next);
                }
            }
        }
    }

    private CausePath? Best(TraceEntity entity)
    {
        // Segments may name each other as parents in a circle; and a chain of them may be as long as somebody likes.
        if (_onPath.Count > MaxSteps || _told.Contains(entity) || !_onPath.Add(entity))
        {
            return null;
        }

        try
        {
            return ByReference(entity) ?? BestChild(entity)?.Under(entity) ?? Self(entity);
        }
        finally
        {
            _onPath.Remove(entity);
        }
    }

    private CausePath? BestChild(TraceEntity entity) =>
        BestOf(JavaHash.Order(entity.Subsegments).Concat(JavaHash.Order(entity.Callees)));

    private CausePath? BestOf(IEnumerable<TraceEntity> children)
    {
        CausePath? best = null;
        foreach (TraceEntity child in children)
        {
            if (isFlagged(child.Document) && Best(child) is { } path)
            {
                best = best is null || path.RankFromAbove < best.RankFromAbove ? path : best;
            }
        }

        return best;
    }

    private static CausePath? Self(TraceEntity entity)
    {
        if (entity.IsInferred)
        {
            return new CausePath(CauseRank.Call, entity, null);
        }

        return entity.Document.Cause is { Exceptions.Count: > 0 } ? new CausePath(CauseRank.Local, entity, null) : null;
    }

    /// <summary>The way down to the owner of the exception that the entity's cause names, if the owner is below it.</summary>
    private CausePath? ByReference(TraceEntity entity)
    {
        if (entity.Document.Cause?.Reference is not { } reference || !owners.TryGetValue(reference, out TraceEntity? owner))
        {
            return null;
        }

        // Where the owner is a call, its callee belongs to the path as it does without a reference.
        CausePath? path = owner.IsCall && owner != entity ? BestOf(owner.Callees) : null;
        HashSet<TraceEntity> seen = [];
        for (TraceEntity? step = owner; step is not null && seen.Add(step); step = step.Container ?? step.Caller)
        {
            path = new CausePath(CauseRank.Reference, step, path);
            if (step == entity)
            {
                return path;
            }
        }

        return null;
    }
}
