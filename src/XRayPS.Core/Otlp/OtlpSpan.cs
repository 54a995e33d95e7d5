namespace XRayPS.Core.Otlp;

/// <summary>The role of a span in a call, numbered as on the wire.</summary>
public enum OtlpSpanKind
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Work inside an application.</summary>
    Internal,

    /// <summary>A request that was served.</summary>
    Server,

    /// <summary>A request that was made.</summary>
    Client,

    /// <summary>A message that was sent.</summary>
    Producer,

    /// <summary>A message that was taken.</summary>
    Consumer,
}

/// <summary>
/// A span as it came by OTLP. Attribute values are strings, booleans, long, double, lists and maps of them; bytes stand as
/// base64 text. See https://opentelemetry.io/docs/specs/otlp/.
/// </summary>
public sealed class OtlpSpan
{
    /// <summary>The trace's id: 32 hexadecimal digits in lower case; empty when it is no id.</summary>
    public string TraceId { get; set; } = "";

    /// <summary>The span's id: 16 hexadecimal digits in lower case; empty when it is no id.</summary>
    public string SpanId { get; set; } = "";

    /// <summary>The id of the span above; null for a root.</summary>
    public string? ParentSpanId { get; set; }

    /// <summary>The name, such as a method and a route.</summary>
    public string Name { get; set; } = "";

    /// <summary>The role in a call.</summary>
    public OtlpSpanKind Kind { get; set; }

    /// <summary>The start, in nanoseconds since 1970.</summary>
    public ulong StartNanoseconds { get; set; }

    /// <summary>The end, in nanoseconds since 1970.</summary>
    public ulong EndNanoseconds { get; set; }

    /// <summary>The attributes by name.</summary>
    public RecordMap<object?> Attributes { get; set; } = [];

    /// <summary>What happened on the way, exceptions among it.</summary>
    public List<OtlpEvent> Events { get; } = [];

    /// <summary>Spans that this one has to do with.</summary>
    public List<OtlpLink> Links { get; } = [];

    /// <summary>Whether the status says that the work failed.</summary>
    public bool IsError { get; set; }

    /// <summary>The status's text.</summary>
    public string StatusMessage { get; set; } = "";

    /// <summary>The attributes of what made the span: service, host, platform.</summary>
    public RecordMap<object?> Resource { get; set; } = [];

    /// <summary>A copy that shares maps and lists.</summary>
    internal OtlpSpan Copy() => (OtlpSpan)MemberwiseClone();
}

/// <summary>Something that happened during a span.</summary>
public sealed class OtlpEvent
{
    /// <summary>The name, such as <c>exception</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>When, in nanoseconds since 1970.</summary>
    public ulong Nanoseconds { get; set; }

    /// <summary>The attributes by name.</summary>
    public RecordMap<object?> Attributes { get; set; } = [];
}

/// <summary>A link to another span.</summary>
public sealed class OtlpLink
{
    /// <summary>The other trace's id: 32 hexadecimal digits; empty when it is no id.</summary>
    public string TraceId { get; set; } = "";

    /// <summary>The other span's id: 16 hexadecimal digits; empty when it is no id.</summary>
    public string SpanId { get; set; } = "";

    /// <summary>The attributes by name.</summary>
    public RecordMap<object?> Attributes { get; set; } = [];
}
