using System.Buffers;
using System.IO.Compression;
using System.Net;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Http;

/// <summary>Reads a request's body within bounds of size, packed or not.</summary>
internal static class RequestBody
{
    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpListenerRequest request, int limit, CancellationToken cancellationToken)
    {
        if (!request.HasEntityBody)
        {
            return default;
        }

        if (request.ContentLength64 > limit)
        {
            throw TooLarge(limit);
        }

        byte[] body = await ReadAllAsync(request.InputStream, request.ContentLength64, limit, cancellationToken).ConfigureAwait(false);

        // A client that closes its sending side in the middle makes a short body look like a whole one.
        if (request.ContentLength64 >= 0 && body.Length != request.ContentLength64)
        {
            throw new Refusal(new ServiceError(ErrorCodes.Serialization, "The body is shorter than its Content-Length.", 400));
        }

        string encoding = request.Headers["Content-Encoding"]?.Trim() ?? "";
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return body;
        }

        return encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase)
            ? await UnzipAsync(body, limit, cancellationToken).ConfigureAwait(false)
            : throw new Refusal(new ServiceError(ErrorCodes.Serialization, $"The content encoding '{encoding}' is not supported.", 415));
    }

    private static async Task<byte[]> UnzipAsync(byte[] body, int limit, CancellationToken cancellationToken)
    {
        try
        {
            using MemoryStream packed = new(body, writable: false);
            using GZipStream unpacked = new(packed, CompressionMode.Decompress);
            return await ReadAllAsync(unpacked, -1, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            throw new Refusal(new ServiceError(ErrorCodes.Serialization, "The body is no gzip data.", 400));
        }
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, long expected, int limit, CancellationToken cancellationToken)
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
                    return buffer.AsSpan(0, length).ToArray();
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
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Refusal TooLarge(int limit) =>
        new(new ServiceError("RequestEntityTooLargeException", $"The body exceeds {limit} bytes.", 413));
}
