using System.Net;
using Amazon.Runtime;
using XRayPS.Core.Wire;

namespace XRayPS.Client.Pipeline;

/// <summary>An error answer inside the SDK's pipeline, whose retry policy looks at code and status.</summary>
internal sealed class ServiceFailure(ServiceError error, string? contentType, ReadOnlyMemory<byte> body)
    : AmazonServiceException(
        error.Message ?? "",
        innerException: null,
        error.StatusCode >= 500 ? ErrorType.Receiver : ErrorType.Sender,
        error.Code,
        error.RequestId,
        (HttpStatusCode)error.StatusCode)
{
    internal ServiceError Error => error;

    internal string? ContentType => contentType;

    internal ReadOnlyMemory<byte> Body => body;
}
