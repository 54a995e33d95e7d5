namespace XRayPS.Core.Documents;

/// <summary>Why the service does not take a document, in the words of PutTraceSegments (observed).</summary>
/// <param name="Id">The id of the outer document as it was given; null when it could not be read.</param>
/// <param name="Code">The reason, such as <c>MissingId</c>.</param>
/// <param name="Message">The reason as text, such as <c>Invalid segment. ErrorCode: MissingId</c>.</param>
public sealed record DocumentRefusal(string? Id, string Code, string Message)
{
    internal static DocumentRefusal Segment(string? id, string code) => new(id, code, $"Invalid segment. ErrorCode: {code}");

    internal static DocumentRefusal Subsegment(string? id, string code) =>
        new(id, code, $"Invalid subsegment. ErrorCode: {code}, Cause: null");

    internal static DocumentRefusal Entity(string? id, string code) => new(id, code, $"Invalid entity. ErrorCode: {code}");
}
