using System.Net;

namespace XRayPS.Client.Http;

/// <summary>
/// A body that lies in memory. Its stream shows its buffer, so that a reader parses the bytes where they are.
/// </summary>
internal sealed class BufferedContent : HttpContent
{
    private const int FirstChunk = 16 * 1024;

    /// <summary>What a peer announces is believed up to here; beyond that the buffer grows with what really comes.</summary>
    private const int Believed = 4 * 1024 * 1024;

    /// <summary>More than any page that X-Ray sends; a broken peer must not fill the memory.</summary>
    private const int MaxLength = 512 * 1024 * 1024;

    private readonly byte[] _bytes;
    private readonly int _length;

    private BufferedContent(byte[] bytes, int length, HttpContent source)
    {
        _bytes = bytes;
        _length = length;
        foreach (KeyValuePair<string, IEnumerable<string>> header in source.Headers)
        {
            // Only a length that was counted is told; a chunked answer had none.
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }

    /// <summary>Reads a whole body. Cancelling ends the read at once, also while the peer is silent.</summary>
    internal static async Task<BufferedContent> ReadAsync(HttpContent source, CancellationToken cancellationToken)
    {
        long? announced = source.Headers.ContentLength;
        if (announced > MaxLength)
        {
            throw new HttpRequestException($"The answer announces {announced} bytes; more than {MaxLength} are not read.");
        }

        // One byte more than announced lets the last read find the end without growing.
        int capacity = announced is { } size ? (int)Math.Min(size + 1, Believed) : FirstChunk;
        byte[] buffer = GC.AllocateUninitializedArray<byte>(capacity);
        int length = 0;
        Stream stream = await source.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length == buffer.Length)
                {
                    if (length >= MaxLength)
                    {
                        throw new HttpRequestException($"The answer is longer than {MaxLength} bytes.");
                    }

                    Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, MaxLength));
                }
            }
        }

        return new BufferedContent(buffer, length, source);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(_bytes, 0, _length);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(Open());

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => Open();

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    private Stream Open() => new MemoryStream(_bytes, 0, _length, writable: false, publiclyVisible: true);
}
