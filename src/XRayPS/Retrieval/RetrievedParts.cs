using XRayPS.Core.Documents;

namespace XRayPS.Retrieval;

/// <summary>What retrievals answer, in the records that everything else in the module reads.</summary>
internal static class RetrievedParts
{
    /// <summary>The node of a graph, with its links.</summary>
    internal static Service Linked(RetrievedService retrieved)
    {
        Service node = retrieved.Service ?? new Service();
        node.Links = retrieved.Links;
        return node;
    }

    /// <summary>A node as the wire has it, its links beside it.</summary>
    internal static RetrievedService Of(Service node) => new() { Service = node, Links = node.Links };

    /// <summary>A trace in X-Ray's format as Get-XRayTrace gives it, its documents read as trees.</summary>
    internal static Trace Parsed(RetrievedTrace retrieved) => new()
    {
        Id = retrieved.Id,
        Duration = retrieved.Duration,
        LimitExceeded = false,
        Segments = new RecordList<Segment>(retrieved.Spans.Select(static span => new Segment
        {
            Id = span.Id,
            Document = span.Document,
            Parsed = SegmentReader.ReadReturned(span.Document),
        })),
    };
}
