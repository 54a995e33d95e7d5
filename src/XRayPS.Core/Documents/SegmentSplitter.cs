namespace XRayPS.Core.Documents;

/// <summary>
/// Makes several documents of one that is too large, as the X-Ray SDKs do: subsegments go out on their own, the segment
/// itself last. X-Ray puts them together again by their ids.
/// </summary>
public static class SegmentSplitter
{
    /// <summary>The greatest document that X-Ray documents, and that goes into a datagram with its header: 64 kB less some.</summary>
    public const int DocumentLimit = 64_000;

    /// <summary>The documents, UTF-8. One that has nothing to give away stays too large.</summary>
    /// <param name="document">The document; it stays as it is.</param>
    /// <param name="limit">Bytes that a document may have.</param>
    public static IReadOnlyList<byte[]> Split(SegmentDocument document, int limit = DocumentLimit)
    {
        byte[] whole = SegmentWriter.ToUtf8(document, SegmentStyle.Sent);
        if (whole.Length <= limit || document.Subsegments.Count == 0 || document.Id is null)
        {
            return [whole];
        }

        List<byte[]> documents = [];
        RecordList<SegmentDocument> kept = [];
        int size = SegmentWriter.ToUtf8(With(document, []), SegmentStyle.Sent).Length + 20;
        foreach (SegmentDocument child in document.Subsegments)
        {
            int childSize = SegmentWriter.ToUtf8(child, SegmentStyle.Sent).Length + 1;
            if (child.Id is not null && size + childSize > limit)
            {
                documents.AddRange(Split(Independent(child, document), limit));
            }
            else
            {
                kept.Add(child);
                size += childSize;
            }
        }

        documents.Add(SegmentWriter.ToUtf8(With(document, kept), SegmentStyle.Sent));
        return documents;
    }

    private static SegmentDocument Independent(SegmentDocument child, SegmentDocument parent)
    {
        SegmentDocument copy = child.Copy();
        copy.Type = "subsegment";
        copy.TraceId = parent.TraceId;
        copy.ParentId = parent.Id;
        return copy;
    }

    private static SegmentDocument With(SegmentDocument document, RecordList<SegmentDocument> subsegments)
    {
        SegmentDocument copy = document.Copy();
        copy.Subsegments = subsegments;
        return copy;
    }
}
