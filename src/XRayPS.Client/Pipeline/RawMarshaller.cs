using System.Runtime.InteropServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace XRayPS.Client.Pipeline;

/// <summary>Every operation is a POST of a JSON object: no member travels in the path, the query or a header.</summary>
internal sealed class RawMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        RawRequest call = (RawRequest)input;
        DefaultRequest request = new(call, XRayConfig.Service)
        {
            HttpMethod = "POST",
            ResourcePath = call.Operation.Path,
            Content = Bytes(call.Body),
        };
        request.Headers["Content-Type"] = "application/json";
        return request;
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out ArraySegment<byte> segment)
        && segment.Offset == 0 && segment.Array is { } whole && whole.Length == segment.Count
            ? whole
            : body.ToArray();
}
