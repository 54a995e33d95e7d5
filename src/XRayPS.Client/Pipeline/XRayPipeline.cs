using Amazon.Runtime;
using Amazon.Runtime.Internal;
using XRayPS.Core.Wire;

namespace XRayPS.Client.Pipeline;

/// <summary>X-Ray's API on the SDK's pipeline: retry, quota, clock skew, signing, user agent come from there.</summary>
internal sealed class XRayPipeline : AmazonServiceClient
{
    private static readonly RawMarshaller Marshaller = new();
    private static readonly RawUnmarshaller Unmarshaller = new();

    private XRayPipeline(AWSCredentials? credentials, XRayConfig config, ClientTuning tuning)
        : base(credentials ?? new AnonymousAWSCredentials(), config)
    {
        Pacer = new Pacer(tuning.MaxConcurrency);
        ClockedRetryPolicy policy = new(config, tuning.Clock);
        RuntimePipeline.ReplaceHandler<RetryHandler>(new RetryHandler(policy));
        RuntimePipeline.AddHandlerAfter<RetryHandler>(new PaceHandler(Pacer, policy));
        RuntimePipeline.RemoveHandler<EndpointResolver>();
        RuntimePipeline.AddHandlerAfter<Amazon.Runtime.Internal.Marshaller>(new BaseEndpointResolver());
        RuntimePipeline.AddHandlerAfter<Amazon.Runtime.Internal.Marshaller>(new AuthHandler(credentials is not null));
    }

    internal Pacer Pacer { get; }

    /// <summary>A pipeline to one endpoint; without credentials nothing is signed.</summary>
    internal static XRayPipeline Create(AWSCredentials? credentials, Uri endpoint, string? region, ClientTuning tuning) =>
        new(credentials, new XRayConfig(endpoint, region, tuning), tuning);

    internal Task<RawResponse> SendAsync(
        Operation operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        InvokeAsync<RawResponse>(
            new RawRequest(operation, body),
            new InvokeOptions { RequestMarshaller = Marshaller, ResponseUnmarshaller = Unmarshaller },
            cancellationToken);
}
