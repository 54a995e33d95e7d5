namespace XRayPS.Core.Wire;

/// <summary>What X-Ray answers instead of a result.</summary>
/// <param name="Code">The exception's name, such as <c>InvalidRequestException</c>.</param>
/// <param name="Message">The text; the real service leaves it null at times.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="RequestId">The request's id, if the answer had one.</param>
/// <param name="ResourceName">The resource, on the exceptions that name one.</param>
public sealed record ServiceError(
    string Code,
    string? Message,
    int StatusCode,
    string? RequestId = null,
    string? ResourceName = null)
{
    /// <summary>A modelled exception with HTTP status 400.</summary>
    /// <param name="message">The text.</param>
    public static ServiceError InvalidRequest(string? message) => new(ErrorCodes.InvalidRequest, message, 400);

    /// <summary>
    /// Reads an error answer, in the order that the protocol gives: header, <c>__type</c>, <c>code</c>; then
    /// <c>Message</c>, <c>message</c>, <c>errorMessage</c>. A body that is no JSON object leaves code and text to the status.
    /// </summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorTypeHeader">The header <c>x-amzn-errortype</c>, if there is one.</param>
    /// <param name="requestId">The header <c>x-amzn-RequestId</c>, if there is one.</param>
    /// <param name="body">The body.</param>
    public static ServiceError Read(int statusCode, string? errorTypeHeader, string? requestId, ReadOnlySpan<byte> body)
    {
        ErrorBody content = ErrorBody.Read(body);
        string code = Bare(errorTypeHeader) ?? Bare(content.Type) ?? Bare(content.Code) ?? "";
        return new ServiceError(code, content.Message, statusCode, requestId, content.ResourceName);
    }

    /// <summary>The bare name of an exception: without namespace (before <c>#</c>) and suffix (from <c>:</c> on).</summary>
    private static string? Bare(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        int hash = name.LastIndexOf('#');
        string bare = hash < 0 ? name : name[(hash + 1)..];
        int colon = bare.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? bare : bare[..colon]).Trim();
    }
}
