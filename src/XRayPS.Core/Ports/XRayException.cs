namespace XRayPS.Core.Ports;

/// <summary>What kind of thing went wrong.</summary>
public enum FailureKind
{
    /// <summary>The service refused the request.</summary>
    Refused,

    /// <summary>The service says that the thing is not there.</summary>
    NotFound,

    /// <summary>The caller may not do this, or the signature was not accepted.</summary>
    Permission,

    /// <summary>Too many requests or too many things.</summary>
    Limit,

    /// <summary>The service failed.</summary>
    Service,

    /// <summary>The service could not be reached, or the connection broke.</summary>
    Connection,

    /// <summary>The service did not answer in time.</summary>
    Timeout,

    /// <summary>No credentials, or no region, could be found.</summary>
    Configuration,

    /// <summary>The answer could not be read.</summary>
    Unreadable,
}

/// <summary>A call to X-Ray that failed.</summary>
/// <param name="kind">The kind of failure.</param>
/// <param name="code">The AWS error code, or a code of this project's for what is not a service error.</param>
/// <param name="message">The text, without request id.</param>
/// <param name="innerException">What was behind it.</param>
public sealed class XRayException(FailureKind kind, string code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The kind of failure.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>The AWS error code, such as <c>InvalidRequestException</c>, or a code of this project's.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status, if there was an answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The request's id, if there was an answer with one.</summary>
    public string? RequestId { get; init; }

    /// <summary>The operation that was called.</summary>
    public string? Operation { get; init; }

    /// <summary>The resource that the service names in the error.</summary>
    public string? ResourceName { get; init; }
}
