using XRayPS.Core.Model;

namespace XRayPS;

/// <summary>
/// A segment or subsegment document as a tree. Members and rules:
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html.
/// </summary>
public sealed class SegmentDocument
{
    /// <summary>The name of the service, or of the call on a subsegment.</summary>
    public string? Name { get; set; }

    /// <summary>The id: 16 hexadecimal digits.</summary>
    public string? Id { get; set; }

    /// <summary>The trace's id; on segments and independent subsegments.</summary>
    public string? TraceId { get; set; }

    /// <summary>The id of the calling segment or subsegment.</summary>
    public string? ParentId { get; set; }

    /// <summary><c>subsegment</c> on an independent subsegment; otherwise null.</summary>
    public string? Type { get; set; }

    /// <summary>The start as the document has it, in epoch seconds.</summary>
    public double? StartSeconds { get; set; }

    /// <summary>The end as the document has it, in epoch seconds; null while in progress.</summary>
    public double? EndSeconds { get; set; }

    /// <summary>The start, UTC, to a microsecond.</summary>
    public DateTimeOffset? StartTime
    {
        get => StartSeconds is { } seconds ? Epoch.FromSeconds(seconds) : null;
        set => StartSeconds = value is { } instant ? Epoch.ToSeconds(instant) : null;
    }

    /// <summary>The end, UTC, to a microsecond; null while in progress.</summary>
    public DateTimeOffset? EndTime
    {
        get => EndSeconds is { } seconds ? Epoch.FromSeconds(seconds) : null;
        set => EndSeconds = value is { } instant ? Epoch.ToSeconds(instant) : null;
    }

    /// <summary>Seconds from start to end, to a microsecond; null while in progress.</summary>
    public double? Duration =>
        StartSeconds is { } start && EndSeconds is { } end ? Math.Round(end - start, 6) : null;

    /// <summary>Whether the work is still going on.</summary>
    public bool InProgress { get; set; }

    /// <summary>Whether the service made the segment up from a caller's subsegment.</summary>
    public bool Inferred { get; set; }

    /// <summary>On subsegments: <c>aws</c>, <c>remote</c>, or null for local work.</summary>
    public string? Namespace { get; set; }

    /// <summary>The kind of AWS resource that ran the code.</summary>
    public string? Origin { get; set; }

    /// <summary>The AWS resource that ran the code.</summary>
    public string? ResourceArn { get; set; }

    /// <summary>The user who sent the request.</summary>
    public string? User { get; set; }

    /// <summary>The flag <c>error</c> (4xx) as the document has it; null when absent.</summary>
    public bool? Error { get; set; }

    /// <summary>The flag <c>throttle</c> (429) as the document has it; null when absent.</summary>
    public bool? Throttle { get; set; }

    /// <summary>The flag <c>fault</c> (5xx) as the document has it; null when absent.</summary>
    public bool? Fault { get; set; }

    /// <summary>The HTTP request and response.</summary>
    public SegmentHttp? Http { get; set; }

    /// <summary>The SQL query of a subsegment.</summary>
    public SegmentSql? Sql { get; set; }

    /// <summary>The block <c>aws</c>, by member name as on the wire.</summary>
    public RecordMap<object?>? Aws { get; set; }

    /// <summary>The block <c>service</c>, by member name as on the wire.</summary>
    public RecordMap<object?>? Service { get; set; }

    /// <summary>The exceptions that made the segment fail.</summary>
    public SegmentCause? Cause { get; set; }

    /// <summary>Indexed values: strings, numbers (long or double) and booleans.</summary>
    public RecordMap<object>? Annotations { get; set; }

    /// <summary>Values that are not indexed: any JSON, usually by namespace.</summary>
    public RecordMap<object?>? Metadata { get; set; }

    /// <summary>Ids of siblings that ended before this subsegment began.</summary>
    public RecordList<string>? PrecursorIds { get; set; }

    /// <summary>Links to other traces.</summary>
    public RecordList<SegmentLink>? Links { get; set; }

    /// <summary>The work inside.</summary>
    public RecordList<SegmentDocument> Subsegments { get; set; } = [];

    /// <summary>Name and id.</summary>
    public override string ToString() => $"{Name} ({Id})";

    /// <summary>A copy that shares blocks and subsegments.</summary>
    internal SegmentDocument Copy() => (SegmentDocument)MemberwiseClone();
}

/// <summary>The HTTP block of a segment.</summary>
public sealed class SegmentHttp
{
    /// <summary>The method.</summary>
    public string? Method { get; set; }

    /// <summary>The full URL.</summary>
    public string? Url { get; set; }

    /// <summary>The requester's user agent.</summary>
    public string? UserAgent { get; set; }

    /// <summary>The requester's address.</summary>
    public string? ClientIp { get; set; }

    /// <summary>Whether the address came from an <c>X-Forwarded-For</c> header.</summary>
    public bool? XForwardedFor { get; set; }

    /// <summary>On subsegments: whether the callee is expected to report itself.</summary>
    public bool? Traced { get; set; }

    /// <summary>The response status.</summary>
    public int? Status { get; set; }

    /// <summary>The response's length in bytes.</summary>
    public long? ContentLength { get; set; }

    /// <summary>Method, URL and status.</summary>
    public override string ToString() => string.Join(' ', new[] { Method, Url, Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(part => part is not null));
}

/// <summary>The SQL block of a subsegment.</summary>
public sealed class SegmentSql
{
    /// <summary>The connection, when it is not a URL.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The connection's URL, without password.</summary>
    public string? Url { get; set; }

    /// <summary>The query, with values removed.</summary>
    public string? SanitizedQuery { get; set; }

    /// <summary>The database engine.</summary>
    public string? DatabaseType { get; set; }

    /// <summary>The engine's version.</summary>
    public string? DatabaseVersion { get; set; }

    /// <summary>The driver's version.</summary>
    public string? DriverVersion { get; set; }

    /// <summary>The database user.</summary>
    public string? User { get; set; }

    /// <summary><c>call</c> or <c>statement</c>.</summary>
    public string? Preparation { get; set; }

    /// <summary>The query, or else the connection.</summary>
    public override string ToString() => SanitizedQuery ?? Url ?? ConnectionString ?? "";
}

/// <summary>The cause of a failure: exceptions, or a reference to an exception recorded elsewhere in the trace.</summary>
public sealed class SegmentCause
{
    /// <summary>The id of an exception recorded elsewhere; then the other members are empty.</summary>
    public string? Reference { get; set; }

    /// <summary>The process's working directory.</summary>
    public string? WorkingDirectory { get; set; }

    /// <summary>Library paths.</summary>
    public RecordList<string>? Paths { get; set; }

    /// <summary>The exceptions.</summary>
    public RecordList<SegmentException> Exceptions { get; set; } = [];

    /// <summary>The reference, or the exceptions.</summary>
    public override string ToString() => Reference ?? Exceptions.ToString();
}

/// <summary>An exception of a segment.</summary>
public sealed class SegmentException
{
    /// <summary>The id of an exception recorded elsewhere, where the list holds a text; then the other members are empty.</summary>
    public string? Reference { get; set; }

    /// <summary>The id: 16 hexadecimal digits.</summary>
    public string? Id { get; set; }

    /// <summary>The type.</summary>
    public string? Type { get; set; }

    /// <summary>The message.</summary>
    public string? Message { get; set; }

    /// <summary>Whether a downstream error caused it.</summary>
    public bool? Remote { get; set; }

    /// <summary>Stack frames left out.</summary>
    public int? Truncated { get; set; }

    /// <summary>Exceptions left out between this one and its child.</summary>
    public int? Skipped { get; set; }

    /// <summary>The id of the exception that caused this one.</summary>
    public string? Cause { get; set; }

    /// <summary>The stack.</summary>
    public RecordList<SegmentStackFrame>? Stack { get; set; }

    /// <summary>Type and message.</summary>
    public override string ToString() => Reference ?? $"{Type}: {Message}";
}

/// <summary>A frame of a stack.</summary>
public sealed class SegmentStackFrame
{
    /// <summary>The file.</summary>
    public string? Path { get; set; }

    /// <summary>The line.</summary>
    public int? Line { get; set; }

    /// <summary>The function.</summary>
    public string? Label { get; set; }

    /// <summary>Function, file and line.</summary>
    public override string ToString() => $"{Label} ({Path}:{Line})";
}

/// <summary>A link to another trace.</summary>
public sealed class SegmentLink
{
    /// <summary>The other trace's id.</summary>
    public string? TraceId { get; set; }

    /// <summary>The other segment's id.</summary>
    public string? Id { get; set; }

    /// <summary>Further members.</summary>
    public RecordMap<object?>? Attributes { get; set; }

    /// <summary>Trace and segment.</summary>
    public override string ToString() => $"{TraceId}/{Id}";
}
