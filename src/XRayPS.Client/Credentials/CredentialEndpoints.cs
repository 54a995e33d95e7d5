using XRayPS.Client.Connection;

namespace XRayPS.Client.Credentials;

/// <summary>Endpoints of the services that give credentials.</summary>
internal static class CredentialEndpoints
{
    /// <summary>
    /// A service's endpoint: its own variable (<c>AWS_ENDPOINT_URL_STS</c> ...), else by region. The variable for all
    /// services is left aside: it mostly names a local X-Ray, which gives no credentials.
    /// </summary>
    internal static Uri Of(string service, string variable, string region, ClientTuning tuning) =>
        tuning.Environment(variable) is { } text && Uri.TryCreate(text, UriKind.Absolute, out Uri? custom)
            ? custom
            : EndpointRules.Regional(
                service,
                region,
                tuning.Environment("AWS_USE_FIPS_ENDPOINT")?.Equals("true", StringComparison.OrdinalIgnoreCase) == true,
                dualStack: false);
}
