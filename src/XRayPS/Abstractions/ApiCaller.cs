using System.Globalization;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Abstractions;

/// <summary>Calls operations in the background and tells each call on the verbose stream.</summary>
/// <param name="client">The client.</param>
/// <param name="feed">The way to the pipeline.</param>
/// <param name="clock">The clock.</param>
/// <param name="tells">Whether anybody reads the verbose stream: each line would wake the pipeline's thread.</param>
internal sealed class ApiCaller(IXRayClient client, PipelineFeed feed, TimeProvider clock, bool tells)
{
    /// <summary>The way to the pipeline.</summary>
    internal PipelineFeed Feed => feed;

    /// <summary>The clock.</summary>
    internal TimeProvider Clock => clock;

    /// <summary>The client, for what is not an operation's plain call.</summary>
    internal IXRayClient Client => client;

    /// <summary>Calls an operation with its records.</summary>
    internal async Task<Reply<TResponse>> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : class, new()
        where TResponse : class, new()
    {
        long start = clock.GetTimestamp();
        Reply<TResponse> reply = await client.SendAsync(operation, request, cancellationToken).ConfigureAwait(false);
        Tell(operation, reply.RequestId, reply.Notes, start);
        return reply;
    }

    /// <summary>Calls an operation with a body as it is.</summary>
    internal async Task<Reply<ReadOnlyMemory<byte>>> SendRawAsync(
        Operation operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        long start = clock.GetTimestamp();
        Reply<ReadOnlyMemory<byte>> reply =
            await client.SendRawAsync(operation, body, cancellationToken).ConfigureAwait(false);
        Tell(operation, reply.RequestId, reply.Notes, start);
        return reply;
    }

    private void Tell(Operation operation, string? requestId, IReadOnlyList<string> notes, long start)
    {
        if (!tells)
        {
            return;
        }

        string milliseconds = clock.GetElapsedTime(start).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        feed.Verbose($"{operation.Name}: request id {requestId ?? "none"}, {milliseconds} ms.");
        foreach (string note in notes)
        {
            feed.Verbose($"{operation.Name}: {note}");
        }
    }
}
