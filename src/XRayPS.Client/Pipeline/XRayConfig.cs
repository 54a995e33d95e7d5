using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using XRayPS.Client.Http;

namespace XRayPS.Client.Pipeline;

/// <summary>The SDK's settings for X-Ray.</summary>
internal sealed class XRayConfig : ClientConfig
{
    /// <summary>The service's name in signatures and host names.</summary>
    internal const string Service = "xray";

    /// <summary>Retries of a throttled call, unless <c>AWS_MAX_ATTEMPTS</c> or the profile says otherwise.</summary>
    private const int ThrottlingRetries = 5;

    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString("XRay", Version()) + " XRayPS/" + Version();

    /// <summary>Settings without an endpoint: good for looking one up in the AWS files.</summary>
    internal XRayConfig()
        : base(new StandardDefaults())
    {
        // Without it AWS_ENDPOINT_URL_XRAY, AWS_ENDPOINT_URL and the profile's `services` section are passed over in silence.
        ServiceId = "XRay";
        AuthenticationServiceName = Service;
    }

    /// <summary>Settings for one endpoint.</summary>
    internal XRayConfig(Uri endpoint, string? region, ClientTuning tuning)
        : this()
    {
        ServiceURL = endpoint.ToString();
        AuthenticationRegion = region;
        EndpointProvider = new StaticEndpointProvider(endpoint.ToString());
        HttpClientFactory = new BufferingHttpClientFactory();

        // AWS_RETRY_MODE=adaptive would reach the pipeline too; that mode starves under throttling in this build.
        RetryMode = RequestRetryMode.Standard;
        DisableClockSkewCorrection = false;
        MaxErrorRetry = tuning.Retries
            ?? (int.TryParse(tuning.Environment("AWS_MAX_ATTEMPTS"), out int attempts) && attempts > 0 ? attempts - 1
            : FallbackInternalConfigurationFactory.MaxAttempts is null ? ThrottlingRetries
            : MaxErrorRetry);

        // The handler of the sockets already replaces a pooled connection that went stale; ten more tries are too many.
        MaxStaleConnectionRetries = 0;
        Timeout = tuning.Timeout;
        ConnectTimeout = tuning.ConnectTimeout;
        AllowAutoRedirect = false;
    }

    public override string ServiceVersion => "2016-04-12";

    public override string UserAgent => Agent;

    public override string RegionEndpointServiceName => Service;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(ServiceURL);

    private static string Version() => typeof(XRayConfig).Assembly.GetName().Version?.ToString(3) ?? "0";

    private sealed class StandardDefaults : IDefaultConfigurationProvider
    {
        public IDefaultConfiguration GetDefaultConfiguration(
            Amazon.RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode) =>
            new DefaultConfiguration
            {
                Name = DefaultConfigurationMode.Standard,
                RetryMode = RequestRetryMode.Standard,
            };
    }
}
