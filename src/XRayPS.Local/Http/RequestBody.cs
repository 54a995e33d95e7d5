using System.Buffers;
using System.IO.Compression;
using System.Net;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Http;

/// <summary>
/// A request's body, read within bounds of size, packed or not. Its bytes are lent: a full call is large enough for the
/// heap of large objects, whose every collection is one of everything.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    private readonly int _length;
    private byte[]? _buffer;

    private RequestBody(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    /// <summary>The bytes, until the body is disposed.</summary>
    internal ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { Length: > 0 } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    internal static async Task<RequestBody> ReadAsync(
        HttpListenerRequest request, int limit, CancellationToken cancellationToken)
    {
        if (!request.HasEntityBody)
        {
            return new RequestBody([], 0);
        }

        if (request.ContentLength64 > limit)
        {
            throw TooLarge(limit);
        }

        RequestBody body = await ReadAllAsync(
            request.InputStream, request.ContentLength64, limit, cancellationToken).ConfigureAwait(false);

        // A client that closes its sending side in the middle makes a short body look like a whole one.
        if (request.ContentLength64 >= 0 && body._length != request.ContentLength64)
        {
            body.Dispose();
            throw new Refusal(new ServiceError(ErrorCodes.Serialization, "The body is shorter than its Content-Length.", 400));
        }

        string encoding = request.Headers["Content-Encoding"]?.Trim() ?? "";
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return body;
        }

        using RequestBody packed = body;
        return encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase)
            ? await UnzipAsync(packed, limit, cancellationToken).ConfigureAwait(false)
            : throw new Refusal(new ServiceError(ErrorCodes.Serialization, $"The content encoding '{encoding}' is not supported.", 415));
    }

    private static async Task<RequestBody> UnzipAsync(RequestBody body, int limit, CancellationToken cancellationToken)
    {
        try
        {
            using MemoryStream packed = new(body._buffer!, 0, body._length, writable: false);
            using GZipStream unpacked = new(packed, CompressionMode.Decompress);
            return await ReadAllAsync(unpacked, -1, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            throw new Refusal(new ServiceError(ErrorCodes.Serialization, "The body is no gzip data.", 400));
        }
    }

    private static async Task<RequestBody> ReadAllAsync(
        Stream stream, long expected, int limit, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(expected > 0 ? (int)expected + 1 : 16 * 1024);
        try
        {
            int length = 0;
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    RequestBody body = new(buffer, length);
                    buffer = [];
                    return body;
                }

                length += read;
                if (length > limit)
                {
                    throw TooLarge(limit);
                }

                if (length == buffer.Length)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        finally
        {
            if (buffer.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private static Refusal TooLarge(int limit) =>
        new(new ServiceError("RequestEntityTooLargeException", $"The body exceeds {limit} bytes.", 413));
}
