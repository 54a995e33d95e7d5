using Amazon.Util;
using XRayPS.Client.Credentials;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Connection;

/// <summary>Finds endpoint, region and credentials for what a caller said.</summary>
internal sealed class ConnectionResolver(ClientSettings settings, ClientTuning tuning)
{
    /// <summary>For signatures to a loopback endpoint, where no region has a meaning.</summary>
    private const string AnyRegion = "us-east-1";

    /// <summary>How long the instance metadata service is waited for when only the region is wanted.</summary>
    private static readonly TimeSpan MetadataPatience = TimeSpan.FromSeconds(3);

    /// <summary>Resolves for calls: a loopback endpoint is called unsigned when the caller named no credentials.</summary>
    internal Task<ResolvedConnection> ResolveAsync(CancellationToken cancellationToken) =>
        ResolveAsync(alwaysSigned: false, cancellationToken);

    /// <summary>
    /// Resolves with credentials in any case. For a loopback endpoint the network is not searched for them: nobody there
    /// checks a signature.
    /// </summary>
    internal Task<ResolvedConnection> ResolveSignedAsync(CancellationToken cancellationToken) =>
        ResolveAsync(alwaysSigned: true, cancellationToken);

    private async Task<ResolvedConnection> ResolveAsync(bool alwaysSigned, CancellationToken cancellationToken)
    {
        ProfileChoice profile = ProfileChoice.Of(settings, tuning.Environment);
        (Uri? custom, string customSource) = CustomEndpoint(profile);
        bool fips = Flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", profile);
        bool dualStack = Flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", profile);
        if (custom is not null)
        {
            custom = EndpointRules.Custom(custom, fips, dualStack, customSource);
        }

        CredentialResolver credentials = new(settings, tuning, profile);
        bool unsigned = custom is { IsLoopback: true } && !credentials.AreNamed && !alwaysSigned;
        (string? region, string regionSource) = Region(profile, custom);
        if (region is null && custom is { IsLoopback: true })
        {
            (region, regionSource) = unsigned ? (null, "none needed") : (AnyRegion, "any, for the signature");
        }

        (region, regionSource) = region is null && custom is not { IsLoopback: true }
            ? await MetadataRegionAsync(cancellationToken).ConfigureAwait(false)
            : (region, regionSource);
        Uri endpoint = custom ?? EndpointRules.Regional(region!, fips, dualStack);
        ResolvedCredentials keys = unsigned
            ? new ResolvedCredentials(null, "none: requests to loopback are not signed")
            : await credentials.ResolveAsync(
                region ?? AnyRegion, asksMachine: !endpoint.IsLoopback, cancellationToken).ConfigureAwait(false);
        return new ResolvedConnection(endpoint, region, regionSource, keys.Value, keys.Source);
    }

    private (Uri? Endpoint, string Source) CustomEndpoint(ProfileChoice profile)
    {
        if (settings.EndpointUrl is { } named)
        {
            return (named, "-EndpointUrl");
        }

        if (Flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls", profile))
        {
            return (null, "");
        }

        foreach (string variable in (string[])["AWS_ENDPOINT_URL_XRAY", "AWS_ENDPOINT_URL"])
        {
            if (tuning.Environment(variable) is { } text)
            {
                return (Parse(text, variable), variable);
            }
        }

        return profile.Section is { } section && profile.Files.EndpointOf(section, "xray") is { } configured
            ? (Parse(configured, profile.Words), profile.Words)
            : (null, "");
    }

    private (string? Region, string Source) Region(ProfileChoice profile, Uri? custom)
    {
        string? ofProfile = profile.Section?.Get("region");
        return settings.Region is { } named ? (named, "-Region")
            : profile.IsNamed && ofProfile is not null ? (ofProfile, profile.Words)
            : settings.DefaultRegion is { } stored ? (stored, "$StoredAWSRegion")
            : tuning.Environment("AWS_REGION") is { } region ? (region, "AWS_REGION")
            : tuning.Environment("AWS_DEFAULT_REGION") is { } usual ? (usual, "AWS_DEFAULT_REGION")
            : ofProfile is not null ? (ofProfile, profile.Words)
            : custom is not null && EndpointRules.RegionOf(custom) is { } ofHost ? (ofHost, "the endpoint's name")
            : (null, "");
    }

    /// <summary>The last source: the metadata service of the EC2 instance that this may be.</summary>
    private async Task<(string Region, string Source)> MetadataRegionAsync(CancellationToken cancellationToken)
    {
        if (tuning.Environment("AWS_EC2_METADATA_DISABLED")?.Equals("true", StringComparison.OrdinalIgnoreCase) != true)
        {
            try
            {
                Amazon.RegionEndpoint? region = await Task.Run(static () => EC2InstanceMetadata.Region, cancellationToken)
                    .WaitAsync(MetadataPatience, cancellationToken).ConfigureAwait(false);
                if (region is not null)
                {
                    return (region.SystemName, "instance metadata");
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Not on an instance: the sentence below says what to do.
            }
        }

        throw new XRayException(
            FailureKind.Configuration, "NoRegion",
            "No region is set. Name one with -Region, or set AWS_REGION or the region of the profile.");
    }

    private bool Flag(string variable, string key, ProfileChoice profile) =>
        tuning.Environment(variable) is { } value
            ? value.Equals("true", StringComparison.OrdinalIgnoreCase)
            : profile.Section?.IsTrue(key) == true;

    private static Uri Parse(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint)
            ? endpoint
            : throw new XRayException(
                FailureKind.Configuration, "InvalidEndpoint", $"The endpoint '{text}' ({source}) is no http or https address.");
}
