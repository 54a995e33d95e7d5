namespace XRayPS.Core.Documents;

/// <summary>A document and its receipt.</summary>
/// <param name="Document">The document as it was read.</param>
/// <param name="ReceivedAt">When the service took it.</param>
/// <param name="Call">The call that brought it: documents of one call change a trace's revision once.</param>
public sealed record ReceivedDocument(SegmentDocument Document, DateTimeOffset ReceivedAt, long Call);
