using XRayPS.Core.Documents;

namespace XRayPS.Local.Storage;

/// <summary>
/// The documents of one trace that came with one call, already summarised: most traces come whole, and then nothing is left
/// to do after they are stored.
/// </summary>
/// <param name="Id">The trace.</param>
/// <param name="Bodies">The documents as they came, UTF-8.</param>
/// <param name="ReceivedAt">When they came.</param>
/// <param name="Summary">What to store beside them when the trace is new.</param>
internal sealed record TraceArrival(string Id, IReadOnlyList<byte[]> Bodies, DateTimeOffset ReceivedAt, SummaryRow Summary)
{
    /// <summary>Groups documents by trace, in the order of the first of each.</summary>
    internal static IReadOnlyList<TraceArrival> Group(
        IEnumerable<(SegmentDocument Document, byte[] Body)> documents, DateTimeOffset receivedAt) =>
    [
        .. documents.GroupBy(entry => entry.Document.TraceId!, StringComparer.Ordinal).Select(trace => new TraceArrival(
            trace.Key,
            [.. trace.Select(entry => entry.Body)],
            receivedAt,
            SummaryRow.From([.. trace.Select(entry => new ReceivedDocument(entry.Document, receivedAt, 0))])!)),
    ];
}
