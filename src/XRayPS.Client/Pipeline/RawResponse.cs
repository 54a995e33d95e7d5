using Amazon.Runtime;

namespace XRayPS.Client.Pipeline;

/// <summary>An answer as it came.</summary>
internal sealed class RawResponse : AmazonWebServiceResponse
{
    /// <summary>The body; empty when there was none.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The header <c>x-amzn-RequestId</c>.</summary>
    internal string? RequestId { get; init; }
}
