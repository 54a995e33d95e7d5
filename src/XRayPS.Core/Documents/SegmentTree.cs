namespace XRayPS.Core.Documents;

/// <summary>Puts entities into their places: subsegments into their parents, segments under their callers.</summary>
internal sealed class SegmentTree
{
    /// <summary>Longer chains of independent subsegments are held back: somebody's mistake, or an attack on a stack.</summary>
    private const int MaxDepth = 256;

    private readonly string _traceId;
    private readonly Dictionary<string, TraceEntity> _entities = new(SegmentId.Comparer);
    private readonly List<TraceEntity> _segments = [];

    private SegmentTree(string traceId) => _traceId = traceId;

    internal IReadOnlyList<TraceEntity> Segments => _segments;

    internal List<SegmentDocument> HeldBack { get; } = [];

    internal static SegmentTree Build(string traceId, IReadOnlyList<EntityVersion> versions)
    {
        SegmentTree tree = new(traceId);
        tree.Place(versions);
        tree.FindCallers();
        tree.Infer();
        return tree;
    }

    private void Place(IReadOnlyList<EntityVersion> versions)
    {
        Dictionary<string, List<EntityVersion>> waiting = new(SegmentId.Comparer);
        Queue<TraceEntity> open = new();
        foreach (EntityVersion version in versions)
        {
            if (version.IsSegment)
            {
                TraceEntity segment = new(ProcessedDocument.Of(version, _traceId), version.ReceivedAt, container: null);
                _segments.Add(segment);
                open.Enqueue(segment);
            }
            else
            {
                string parent = version.ParentId ?? "";
                if (!waiting.TryGetValue(parent, out List<EntityVersion>? siblings))
                {
                    waiting.Add(parent, siblings = []);
                }

                siblings.Add(version);
            }
        }

        while (open.TryDequeue(out TraceEntity? entity))
        {
            string id = entity.Document.Id ?? "";
            _entities[id] = entity;
            if (entity.Depth >= MaxDepth || !waiting.Remove(id, out List<EntityVersion>? children))
            {
                continue;
            }

            foreach (EntityVersion child in children)
            {
                TraceEntity subsegment = new(ProcessedDocument.Of(child, _traceId), child.ReceivedAt, entity);
                entity.Document.Subsegments.Add(subsegment.Document);
                open.Enqueue(subsegment);
            }
        }

        // What no segment leads to has lost its parent, or goes in a circle.
        HeldBack.AddRange(waiting.Values.SelectMany(static siblings => siblings).Select(static version => version.Document));
    }

    private void FindCallers()
    {
        List<TraceEntity> inferred = [];
        foreach (TraceEntity segment in _segments)
        {
            if (segment.Document.ParentId is not { } parentId
                || !_entities.TryGetValue(parentId, out TraceEntity? caller)
                || caller == segment)
            {
                continue;
            }

            // A trace that came from the service holds its inferred segments already.
            if (segment.Document.Inferred && caller.IsCall)
            {
                segment.IsInferred = true;
                inferred.Add(segment);
            }
            else
            {
                segment.CallFrom(caller);
            }
        }

        foreach (TraceEntity segment in inferred)
        {
            _segments.Remove(segment);
            TraceEntity caller = _entities[segment.Document.ParentId!];
            if (caller.Callees.Count == 0)
            {
                segment.CallFrom(caller);
                _segments.Add(segment);
            }
        }
    }

    private void Infer()
    {
        int reported = _segments.Count;
        for (int i = 0; i < reported; i++)
        {
            Infer(_segments[i]);
        }
    }

    private void Infer(TraceEntity entity)
    {
        foreach (TraceEntity subsegment in entity.Subsegments)
        {
            if (subsegment is { IsCall: true, IsComplete: true, Callees.Count: 0 })
            {
                TraceEntity inferred = InferredSegment.Of(subsegment, _traceId);
                inferred.CallFrom(subsegment);
                _segments.Add(inferred);
            }

            Infer(subsegment);
        }
    }
}
