using Amazon.Runtime;
using XRayPS.Core.Wire;

namespace XRayPS.Client.Pipeline;

/// <summary>One call as the SDK's pipeline carries it: an operation and its body.</summary>
internal sealed class RawRequest(Operation operation, ReadOnlyMemory<byte> body) : AmazonWebServiceRequest
{
    internal Operation Operation => operation;

    internal ReadOnlyMemory<byte> Body => body;

    /// <summary>The handshake would cost a round trip and break the signature behind the daemon's proxy.</summary>
    protected override bool Expect100Continue => false;
}
