namespace XRayPS;

/// <summary>A document that X-Ray refused.</summary>
public sealed class UnprocessedTraceSegment
{
    /// <summary>The id of the (outer) document; null when it could not be read.</summary>
    public string? Id { get; set; }

    /// <summary>The reason, such as <c>MissingId</c>.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The reason as text.</summary>
    public string? Message { get; set; }

    /// <summary>Id and message.</summary>
    public override string ToString() => $"{Id}: {Message}";
}
