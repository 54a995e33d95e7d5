using XRayPS.Core.Documents;

namespace XRayPS.Local.Storage;

/// <summary>A trace's documents as they are stored: reading them apart from the database lets several threads do it.</summary>
internal sealed class TraceRows
{
    private readonly List<(long Received, long Call, byte[] Body)> _rows = [];

    internal void Add(long received, long call, byte[] body) => _rows.Add((received, call, body));

    /// <summary>The documents as trees, in the order of receipt. What this version cannot read is left out.</summary>
    internal List<ReceivedDocument> Read()
    {
        List<ReceivedDocument> documents = new(_rows.Count);
        foreach ((long received, long call, byte[] body) in _rows)
        {
            if (SegmentReader.TryRead(body, out SegmentDocument? document, out _))
            {
                documents.Add(new ReceivedDocument(document, new DateTimeOffset(received, TimeSpan.Zero), call));
            }
        }

        return documents;
    }

    internal AssembledTrace Assemble(string id) => TraceAssembly.Assemble(id, Read());
}
