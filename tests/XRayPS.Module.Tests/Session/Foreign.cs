using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Module.Tests.Session;

/// <summary>A credentials object of somebody's own build of the AWS SDK, as far as its shape goes.</summary>
public sealed class SdkCredentials(string accessKey)
{
    public SdkKeys GetCredentials() => new(accessKey, "secret", null);
}

/// <summary>Keys of the above.</summary>
public sealed record SdkKeys(string AccessKey, string SecretKey, string? Token)
{
    public bool UseToken => Token is not null;
}

/// <summary>What AWS.Tools wraps around a credentials object; its member is not public.</summary>
public sealed class AWSPSCredentials(SdkCredentials credentials)
{
    internal SdkCredentials Credentials { get; } = credentials;
}

/// <summary>A client that only knows whether it was disposed.</summary>
internal sealed class FakeClient : IXRayClient
{
    internal bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;

    public Task<ConnectionDescription> DescribeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Reply<TResponse>> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : class, new()
        where TResponse : class, new() => throw new NotSupportedException();

    public Task<Reply<ReadOnlyMemory<byte>>> SendRawAsync(
        Operation operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Uri> PresignAsync(
        Operation operation,
        IReadOnlyDictionary<string, object?> parameters,
        TimeSpan expiresIn,
        string httpMethod,
        CancellationToken cancellationToken) => throw new NotSupportedException();
}
