using XRayPS.Core.Wire;

namespace XRayPS.Core.Ports;

/// <summary>What an operation answered.</summary>
/// <typeparam name="T">The response record.</typeparam>
/// <param name="Value">The response.</param>
/// <param name="RequestId">The id that AWS support asks for; null when the answer had none.</param>
/// <param name="Notes">Sentences on what was odd in the answer; usually empty.</param>
public sealed record Reply<T>(T Value, string? RequestId, IReadOnlyList<string> Notes);

/// <summary>
/// X-Ray's API at one endpoint with one set of credentials. Safe for use by several threads. Every failure is an
/// <see cref="XRayException"/>, except <see cref="OperationCanceledException"/> for the caller's own token.
/// </summary>
public interface IXRayClient : IDisposable
{
    /// <summary>Where this client sends. Resolving region and credentials may take a moment the first time.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ConnectionDescription> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>Calls an operation with its records.</summary>
    /// <typeparam name="TRequest">The request record.</typeparam>
    /// <typeparam name="TResponse">The response record.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Reply<TResponse>> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : class, new()
        where TResponse : class, new();

    /// <summary>Calls an operation with a body as it is, and answers the body as it is.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">A JSON object, UTF-8.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Reply<ReadOnlyMemory<byte>>> SendRawAsync(
        Operation operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>
    /// A URL that carries the request and its signature, by botocore's rule: the body's members move into the query, an
    /// empty body is signed.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">The members of the body: strings, numbers, booleans, times, and lists of them.</param>
    /// <param name="expiresIn">How long the URL is good for, up to seven days.</param>
    /// <param name="httpMethod">The method to sign for; the operation's own is POST.</param>
    /// <param name="cancellationToken">Ends the wait for credentials.</param>
    Task<Uri> PresignAsync(
        Operation operation,
        IReadOnlyDictionary<string, object?> parameters,
        TimeSpan expiresIn,
        string httpMethod,
        CancellationToken cancellationToken);
}

/// <summary>Makes clients. The implementation lives behind the module's private load context.</summary>
public interface IXRayClientFactory
{
    /// <summary>A client for the given settings. Nothing is sent or resolved yet.</summary>
    /// <param name="settings">What the caller said.</param>
    IXRayClient Create(ClientSettings settings);

    /// <summary>A sender of the X-Ray daemon's datagrams.</summary>
    /// <param name="address">
    /// The daemon's address in the form of <c>AWS_XRAY_DAEMON_ADDRESS</c>; null for that variable or else 127.0.0.1:2000.
    /// </param>
    IDaemonSender CreateDaemonSender(string? address);

    /// <summary>The names of the profiles in the AWS files.</summary>
    /// <param name="profileLocation">The file or folder; null for the usual ones.</param>
    IReadOnlyList<string> GetProfileNames(string? profileLocation);

    /// <summary>The regions where X-Ray is offered, with their display names.</summary>
    IReadOnlyList<KeyValuePair<string, string>> GetRegions();
}

/// <summary>Sends documents as the daemon's datagrams.</summary>
public interface IDaemonSender : IDisposable
{
    /// <summary>The address that datagrams go to.</summary>
    string Address { get; }

    /// <summary>Sends one document. UDP gives no answer: what is sent may be lost.</summary>
    /// <param name="document">A JSON document, UTF-8.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task SendAsync(ReadOnlyMemory<byte> document, CancellationToken cancellationToken);
}
