using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Amazon.Runtime;
using XRayPS.Client.Pipeline;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Errors;

/// <summary>
/// The one place where what the SDK and the sockets throw becomes an <see cref="XRayException"/>. What is not a service's
/// error comes out of the SDK raw.
/// </summary>
internal static class FailureMapper
{
    internal static Exception Map(
        Exception failure, string operation, Uri endpoint, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // A socket that is torn down by the cancelling may speak before the token does.
        if (cancellationToken.IsCancellationRequested && failure is not (ServiceFailure or XRayException))
        {
            return new OperationCanceledException("The call was cancelled.", failure, cancellationToken);
        }

        return failure switch
        {
            XRayException known => known,
            ServiceFailure answer => ServiceErrors.Map(answer, operation, endpoint),
            JsonException unreadable => new XRayException(
                FailureKind.Unreadable,
                "UnreadableAnswer",
                $"The answer of {endpoint.Authority} could not be read as JSON: {unreadable.Message}",
                unreadable)
            {
                Operation = operation,
            },
            _ => Transport(failure, operation, endpoint, timeout),
        };
    }

    private static XRayException Transport(Exception failure, string operation, Uri endpoint, TimeSpan timeout)
    {
        (FailureKind kind, string code, string text) = Describe(failure, endpoint, timeout);
        return new XRayException(kind, code, text, failure) { Operation = operation };
    }

    private static (FailureKind Kind, string Code, string Text) Describe(Exception failure, Uri endpoint, TimeSpan timeout)
    {
        if (failure is AmazonServiceException and not AmazonUnmarshallingException)
        {
            // Not an answer of X-Ray's, which is a ServiceFailure: a metadata service that gives no credentials.
            return Credentials(failure);
        }

        string place = $"{endpoint.Host}:{endpoint.Port}";
        if (Find<SocketException>(failure) is { SocketErrorCode: not SocketError.OperationAborted } socket)
        {
            return socket.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => (FailureKind.Connection, "ConnectionRefused",
                    endpoint.IsLoopback
                        ? $"Nothing listens at {place}. Start the local service with Start-XRayLocalService, or name another endpoint."
                        : $"{place} refused the connection. Check the endpoint and its port."),
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => (FailureKind.Connection, "HostNotFound",
                    $"The name {endpoint.Host} could not be resolved. Check the region or the endpoint, and the network."),
                SocketError.TimedOut => (FailureKind.Timeout, "ConnectTimeout",
                    $"No connection to {place} came about in time. Check the network, a proxy, and VPC endpoints."),
                SocketError.NetworkUnreachable or SocketError.HostUnreachable => (FailureKind.Connection, "HostUnreachable",
                    $"{place} cannot be reached from here. Check the network."),
                _ => (FailureKind.Connection, "ConnectionFailed",
                    $"The connection to {place} broke: {socket.Message}"),
            };
        }

        if (Find<AuthenticationException>(failure) is { } tls)
        {
            return (FailureKind.Connection, "TlsFailed",
                $"No secure connection to {place} came about: {tls.Message} Check the certificate, a proxy that breaks TLS, and whether the endpoint is http.");
        }

        if (Find<TimeoutException>(failure) is not null || Find<OperationCanceledException>(failure) is not null)
        {
            return (FailureKind.Timeout, "RequestTimeout",
                $"{place} did not answer within {timeout.TotalSeconds:0.#} s, also after several attempts.");
        }

        if (Find<HttpRequestException>(failure) is not null || Find<IOException>(failure) is not null)
        {
            return (FailureKind.Connection, "ConnectionFailed",
                $"The connection to {place} broke: {Innermost(failure).Message}");
        }

        if (failure is AmazonClientException)
        {
            return Credentials(failure);
        }

        return (FailureKind.Connection, "CallFailed", $"The call to {place} failed: {failure.Message}");
    }

    /// <summary>The SDK's own sentence on credentials that cannot be had, and what to do.</summary>
    private static (FailureKind Kind, string Code, string Text) Credentials(Exception failure)
    {
        string said = Innermost(failure).Message.Trim().TrimEnd('.');
        return said.Contains("SSO", StringComparison.Ordinal)
            ? (FailureKind.Configuration, "SsoLoginNeeded",
                $"Single sign-on gave no credentials: {said}. Sign in with `aws sso login`.")
            : (FailureKind.Configuration, "NoCredentials",
                $"No credentials could be had: {said}. Name a profile with -ProfileName, give keys, or set AWS_PROFILE.");
    }

    private static T? Find<T>(Exception? failure)
        where T : Exception
    {
        for (Exception? at = failure; at is not null; at = at.InnerException)
        {
            if (at is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static Exception Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure;
    }
}
