namespace XRayPS.Core.Documents;

/// <summary>Makes a trace of its documents, by the rules that the service follows (observed).</summary>
public static class TraceAssembly
{
    /// <summary>Assembles a trace. The documents are not changed.</summary>
    /// <param name="traceId">The trace's id.</param>
    /// <param name="inOrderOfReceipt">Its documents; those of other traces must not be among them.</param>
    public static AssembledTrace Assemble(string traceId, IReadOnlyList<ReceivedDocument> inOrderOfReceipt)
    {
        VersionStore versions = new();
        foreach (ReceivedDocument received in inOrderOfReceipt)
        {
            versions.Take(received);
        }

        SegmentTree tree = SegmentTree.Build(traceId, versions.Versions);
        return new AssembledTrace(traceId, tree.Segments, tree.HeldBack)
        {
            Revision = versions.Revision,
            LastReceivedAt = versions.LastReceivedAt,
        };
    }

    /// <summary>
    /// Assembles a trace that the service gave: what it says about the trace as a whole stands, its inferred segments are
    /// known as such. The time of receipt is unknown and taken to be each segment's end, or else its start.
    /// </summary>
    /// <param name="trace">The trace; segments that could not be read are left out.</param>
    public static AssembledTrace Assemble(Trace trace)
    {
        List<ReceivedDocument> documents = [];
        foreach (Segment segment in trace.Segments)
        {
            if (segment.Parsed is { } parsed)
            {
                documents.Add(new ReceivedDocument(parsed, parsed.EndTime ?? parsed.StartTime ?? DateTimeOffset.UnixEpoch, 0));
            }
        }

        return Assemble(trace.Id ?? "", documents);
    }
}
