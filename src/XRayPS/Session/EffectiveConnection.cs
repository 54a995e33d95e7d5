using XRayPS.Core.Ports;

namespace XRayPS.Session;

/// <summary>What one cmdlet calls with, and which source named each part.</summary>
/// <param name="Settings">The merged settings.</param>
/// <param name="EndpointOrigin">Who named the endpoint; null for the service's own rules.</param>
/// <param name="RegionOrigin">Who named the region; null when the AWS defaults decide.</param>
/// <param name="CredentialOrigin">Who named the credentials; null when the AWS defaults decide.</param>
internal sealed record EffectiveConnection(
    ClientSettings Settings, string? EndpointOrigin, string? RegionOrigin, string? CredentialOrigin)
{
    private const string Parameter = "parameter";

    /// <summary>Merges a call's own settings with the session's and the variables of AWS.Tools.</summary>
    /// <param name="call">What the call's parameters say.</param>
    /// <param name="session">What the process is connected to.</param>
    internal static EffectiveConnection Merge(ClientSettings call, SessionConnection? session)
    {
        ClientSettings inherited = session?.Settings ?? new ClientSettings();
        bool ownCredentials = HasCredentials(call);
        ClientSettings credentials = ownCredentials ? call : inherited;

        // Somebody who names a profile or a region means AWS: it must never read the local service instead.
        bool aimsElsewhere = call.Region is not null
            || call.ProfileName is not null
            || (ownCredentials && session is { IsLocalService: true });
        Uri? inheritedEndpoint = aimsElsewhere ? null : inherited.EndpointUrl;

        ClientSettings merged = call with
        {
            Region = call.Region ?? inherited.Region,
            ProfileName = credentials.ProfileName,
            ProfileLocation = call.ProfileLocation ?? inherited.ProfileLocation,
            AccessKey = credentials.AccessKey,
            SecretKey = credentials.SecretKey,
            SessionToken = credentials.SessionToken,
            Credential = credentials.Credential,
            EndpointUrl = call.EndpointUrl ?? inheritedEndpoint,
        };
        return new EffectiveConnection(
            merged,
            Origin(call.EndpointUrl is not null, merged.EndpointUrl is not null, session),
            Origin(call.Region is not null, merged.Region is not null, session),
            Origin(ownCredentials, HasCredentials(merged), session));
    }

    /// <summary>Whether the settings alone say where to go, so that a lost session does not matter.</summary>
    /// <param name="call">What the call's parameters say.</param>
    internal static bool NamesItsTarget(ClientSettings call) =>
        call.EndpointUrl is not null || call.Region is not null || HasCredentials(call);

    /// <summary>Who won, in one line, without secrets.</summary>
    /// <param name="description">What the client resolved.</param>
    internal string Describe(ConnectionDescription description)
    {
        string endpoint = EndpointOrigin is null ? "" : $" ({EndpointOrigin})";
        string region = description.Region is null
            ? "no region"
            : $"region {description.Region} ({RegionOrigin ?? description.RegionSource})";
        string source = CredentialOrigin is null
            ? description.CredentialSource
            : $"{CredentialOrigin}: {description.CredentialSource}";
        string key = description.AccessKeyId is null ? "" : $", key {description.AccessKeyId}";
        return $"X-Ray at {description.Endpoint}{endpoint}, {region}, credentials: {source}{key}.";
    }

    private static bool HasCredentials(ClientSettings settings) =>
        settings.ProfileName is not null || settings.AccessKey is not null || settings.Credential is not null;

    private static string? Origin(bool own, bool any, SessionConnection? session)
    {
        if (own)
        {
            return Parameter;
        }

        return any ? session?.Origin : null;
    }
}
