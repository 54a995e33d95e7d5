namespace XRayPS;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>The service takes the document, but ignores, cuts or misreads a part.</summary>
    Warning,

    /// <summary>The service refuses the document.</summary>
    Error,
}

/// <summary>Something about a segment document that its sender should know.</summary>
/// <param name="Severity">Whether the document is refused for it.</param>
/// <param name="Code">The service's own code for a refusal, such as <c>MissingEndTime</c>; otherwise one of this module's.</param>
/// <param name="Path">Where in the document, such as <c>$.subsegments[0].name</c>.</param>
/// <param name="Message">The service's own text for a refusal; otherwise a sentence.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Id">The id of the outer document; null when it could not be read.</param>
public sealed record SegmentFinding(
    FindingSeverity Severity, string Code, string Path, string Message, string Remedy, string? Id)
{
    /// <summary>Path, code and text.</summary>
    public override string ToString() => $"{Path}: {Code}: {Message}";
}
