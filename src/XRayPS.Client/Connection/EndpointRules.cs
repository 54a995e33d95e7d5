using System.Text.RegularExpressions;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Connection;

/// <summary>Endpoints by X-Ray's rule set: <c>https://xray[-fips].{region}.{suffix}</c>, or a custom one.</summary>
internal static partial class EndpointRules
{
    /// <summary>X-Ray's endpoint of a region.</summary>
    internal static Uri Regional(string region, bool fips, bool dualStack) => Regional("xray", region, fips, dualStack);

    /// <summary>The endpoint of a service that follows the same rule.</summary>
    internal static Uri Regional(string service, string region, bool fips, bool dualStack)
    {
        if (!HostLabel().IsMatch(region))
        {
            throw new XRayException(
                FailureKind.Configuration, "InvalidRegion", $"'{region}' is no region: eu-west-1 and us-east-1 are examples.");
        }

        Partition partition = Partition.Of(region);
        string suffix = dualStack ? partition.DualStackSuffix : partition.Suffix;
        return new Uri($"https://{service}{(fips ? "-fips" : "")}.{region}.{suffix}/");
    }

    /// <summary>
    /// A custom endpoint. With FIPS or dual stack it is a contradiction, save on loopback, where neither has a meaning.
    /// </summary>
    internal static Uri Custom(Uri endpoint, bool fips, bool dualStack, string source)
    {
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            throw new XRayException(
                FailureKind.Configuration, "InvalidEndpoint",
                $"The endpoint '{endpoint.OriginalString}' ({source}) is no http or https address.");
        }

        if ((fips || dualStack) && !endpoint.IsLoopback)
        {
            string what = fips && dualStack ? "FIPS and dual stack" : fips ? "FIPS" : "dual stack";
            throw new XRayException(
                FailureKind.Configuration, "EndpointConflict",
                $"{what} and the custom endpoint {endpoint} ({source}) exclude each other: unset AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT (or the profile's settings of these names), or leave the endpoint to the region.");
        }

        return endpoint;
    }

    /// <summary>The region that stands in the host name of an AWS endpoint, or null.</summary>
    internal static string? RegionOf(Uri endpoint)
    {
        Match match = AwsHost().Match(endpoint.Host);
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex HostLabel();

    [GeneratedRegex(@"(?:\A|\.)xray(?:-fips)?\.([a-z]{2,4}(?:-[a-z]+)+-\d+)\.", RegexOptions.IgnoreCase)]
    private static partial Regex AwsHost();
}
