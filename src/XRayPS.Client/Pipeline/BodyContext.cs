using Amazon.Runtime.Internal.Transform;

namespace XRayPS.Client.Pipeline;

/// <summary>The body of an answer. There is no cursor in it: the readers of Core parse the bytes.</summary>
internal sealed class BodyContext : UnmarshallerContext
{
    internal BodyContext(Stream stream, IWebResponseData response)
    {
        WebResponseData = response;
        Body = Bytes(stream);
    }

    public override string CurrentPath => "";

    public override int CurrentDepth => 0;

    public override bool IsStartElement => false;

    public override bool IsEndElement => false;

    public override bool IsStartOfDocument => true;

    internal ReadOnlyMemory<byte> Body { get; }

    private static ReadOnlyMemory<byte> Bytes(Stream stream)
    {
        if (stream is MemoryStream memory && memory.TryGetBuffer(out ArraySegment<byte> segment))
        {
            return segment;
        }

        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
