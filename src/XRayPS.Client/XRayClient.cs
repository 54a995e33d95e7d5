using System.Runtime.ExceptionServices;
using Amazon.Runtime;
using XRayPS.Client.Connection;
using XRayPS.Client.Errors;
using XRayPS.Client.Pipeline;
using XRayPS.Client.Signing;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Client;

/// <summary>X-Ray's API for one set of settings, resolved on first use.</summary>
internal sealed class XRayClient(ClientSettings settings, ClientTuning tuning) : IXRayClient
{
    /// <summary>Stands in messages as long as the endpoint is not known.</summary>
    private static readonly Uri Unknown = new("https://xray.amazonaws.com/");

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly ConnectionResolver _resolver = new(settings, tuning);
    private volatile OpenConnection? _open;
    private volatile bool _disposed;

    public Task<ConnectionDescription> DescribeAsync(CancellationToken cancellationToken) =>
        GuardAsync("", async () =>
        {
            ResolvedConnection connection = (await OpenAsync(cancellationToken).ConfigureAwait(false)).Connection;
            string? key = connection.Credentials is null
                ? null
                : (await connection.Credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false)).AccessKey;
            return new ConnectionDescription(
                connection.Endpoint,
                connection.Region,
                connection.RegionSource,
                connection.CredentialSource,
                key is null ? null : "****" + key[^Math.Min(4, key.Length)..]);
        }, cancellationToken);

    public Task<Reply<TResponse>> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : class, new()
        where TResponse : class, new() =>
        GuardAsync(operation.Name, async () =>
        {
            OpenConnection open = await OpenAsync(cancellationToken).ConfigureAwait(false);
            RawResponse answer = await open.Pipeline
                .SendAsync(operation, operation.WriteRequest(request), cancellationToken).ConfigureAwait(false);
            List<string>? notes = null;
            ReadContext context = ReadContext.ClientWithNotes(note => (notes ??= []).Add(note));
            TResponse value = operation.ReadResponse(answer.Body.Span, context);
            return new Reply<TResponse>(value, answer.RequestId, notes ?? (IReadOnlyList<string>)[]);
        }, cancellationToken);

    public Task<Reply<ReadOnlyMemory<byte>>> SendRawAsync(
        Operation operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        GuardAsync(operation.Name, async () =>
        {
            OpenConnection open = await OpenAsync(cancellationToken).ConfigureAwait(false);
            RawResponse answer = await open.Pipeline.SendAsync(operation, body, cancellationToken).ConfigureAwait(false);
            return new Reply<ReadOnlyMemory<byte>>(answer.Body, answer.RequestId, []);
        }, cancellationToken);

    public Task<Uri> PresignAsync(
        Operation operation,
        IReadOnlyDictionary<string, object?> parameters,
        TimeSpan expiresIn,
        string httpMethod,
        CancellationToken cancellationToken) =>
        GuardAsync(operation.Name, async () =>
        {
            ResolvedConnection connection = await _resolver.ResolveSignedAsync(cancellationToken).ConfigureAwait(false);
            ImmutableCredentials keys = await connection.Credentials!.GetCredentialsAsync()
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            return Presigner.Presign(
                connection.Endpoint, operation, httpMethod, parameters, expiresIn, keys, connection.Region!,
                tuning.Clock.GetUtcNow().UtcDateTime);
        }, cancellationToken);

    public void Dispose()
    {
        _disposed = true;
        _open?.Pipeline.Dispose();
    }

    private async Task<OpenConnection> OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_open is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_open is null)
            {
                ResolvedConnection connection = await _resolver.ResolveAsync(cancellationToken).ConfigureAwait(false);
                XRayPipeline pipeline =
                    XRayPipeline.Create(connection.Credentials, connection.Endpoint, connection.Region, tuning);
                _open = new OpenConnection(connection, pipeline);
            }

            return _open;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<T> GuardAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (ObjectDisposedException) when (_disposed)
        {
            throw;
        }
        catch (Exception failure)
        {
            Uri endpoint = _open?.Connection.Endpoint ?? settings.EndpointUrl ?? Unknown;
            Exception mapped = FailureMapper.Map(failure, operation, endpoint, tuning.Timeout, cancellationToken);
            if (ReferenceEquals(mapped, failure))
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            throw mapped;
        }
    }

    private sealed record OpenConnection(ResolvedConnection Connection, XRayPipeline Pipeline);
}
