using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using XRayPS.Client.Connection;
using XRayPS.Client.Pipeline;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Credentials;

/// <summary>
/// Finds credentials: what the caller named, then the stored default, then the chain of the SDKs (environment, web
/// identity, profile, container, instance). See https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html.
/// </summary>
internal sealed class CredentialResolver(ClientSettings settings, ClientTuning tuning, ProfileChoice profile)
{
    /// <summary>Whether the caller named credentials himself.</summary>
    internal bool AreNamed =>
        settings.AccessKey is not null || settings.SecretKey is not null || settings.SessionToken is not null
        || settings.Credential is not null || settings.ProfileName is not null;

    /// <summary>Finds the credentials; nothing is asked over the network yet, save for container and instance.</summary>
    /// <param name="region">The region of security token calls.</param>
    /// <param name="asksMachine">Whether container and instance are asked at the end.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<ResolvedCredentials> ResolveAsync(
        string region, bool asksMachine, CancellationToken cancellationToken)
    {
        if (settings.AccessKey is not null || settings.SecretKey is not null || settings.SessionToken is not null)
        {
            return new ResolvedCredentials(
                Keys(settings.AccessKey, settings.SecretKey, settings.SessionToken), "-AccessKey and -SecretKey");
        }

        if (settings.Credential is { } named)
        {
            return new ResolvedCredentials(ForeignCredentials.From(named), "-Credential");
        }

        if (settings.ProfileName is not null)
        {
            return OfProfile(region);
        }

        if (settings.DefaultCredential is { } stored)
        {
            return new ResolvedCredentials(ForeignCredentials.From(stored), "$StoredAWSCredentials");
        }

        return Environment() ?? WebIdentity(region) ?? ProfileOfChain(region)
            ?? (asksMachine ? await MachineAsync(cancellationToken).ConfigureAwait(false) : throw Nothing(null));
    }

    private ResolvedCredentials? Environment() =>
        tuning.Environment("AWS_ACCESS_KEY_ID") is { } key && tuning.Environment("AWS_SECRET_ACCESS_KEY") is { } secret
            ? new ResolvedCredentials(Keys(key, secret, tuning.Environment("AWS_SESSION_TOKEN")), "environment variables")
            : null;

    private ResolvedCredentials? WebIdentity(string region) =>
        tuning.Environment("AWS_WEB_IDENTITY_TOKEN_FILE") is { } file && tuning.Environment("AWS_ROLE_ARN") is { } role
            ? new ResolvedCredentials(
                new WebIdentityCredentials(
                    file, role, tuning.Environment("AWS_ROLE_SESSION_NAME"), StsClient.For(region, tuning)),
                "web identity (AWS_WEB_IDENTITY_TOKEN_FILE)")
            : null;

    private ResolvedCredentials? ProfileOfChain(string region)
    {
        if (profile.Origin is not null)
        {
            return OfProfile(region);
        }

        return HoldsCredentials() ? OfProfile(region) : null;
    }

    private bool HoldsCredentials() =>
        profile.Files.TryGetProfile(profile.Name, out CredentialProfile? found) && found!.CanCreateAWSCredentials;

    private ResolvedCredentials OfProfile(string region)
    {
        if (!profile.Files.TryGetProfile(profile.Name, out CredentialProfile? found)
            && !EncryptedStore.TryGetProfile(profile.Name, settings.ProfileLocation, out found))
        {
            throw new XRayException(
                FailureKind.Configuration, "ProfileNotFound",
                $"There is no profile '{profile.Name}' in {profile.Files.Place} or the config file beside it.");
        }

        try
        {
            RuntimeClients.Register();
            AWSCredentials credentials = AWSCredentialsFactory.GetAWSCredentials(found, profile.Files);
            return new ResolvedCredentials(OwnCredentials.For(credentials, region, tuning), profile.Words);
        }
        catch (Exception failure) when (failure is not XRayException)
        {
            throw new XRayException(
                FailureKind.Configuration, "ProfileUnusable",
                $"The profile '{profile.Name}' gives no credentials: {failure.Message}", failure);
        }
    }

    /// <summary>Container and instance: the end of the SDK's own chain.</summary>
    private async Task<ResolvedCredentials> MachineAsync(CancellationToken cancellationToken)
    {
        bool inContainer = tuning.Environment("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is not null
            || tuning.Environment("AWS_CONTAINER_CREDENTIALS_FULL_URI") is not null;
        bool noInstance = tuning.Environment("AWS_EC2_METADATA_DISABLED")?
            .Equals("true", StringComparison.OrdinalIgnoreCase) == true;
        if (!inContainer && noInstance)
        {
            throw Nothing(null);
        }

        try
        {
            using DefaultAWSCredentialsIdentityResolver chain = new();
            AWSCredentials found = await Task
                .Run(() => chain.ResolveIdentityAsync(new XRayConfig(), cancellationToken), cancellationToken)
                .WaitAsync(cancellationToken).ConfigureAwait(false);

            // The chain begins anew, with the files that the SDK found at its first use: it may end elsewhere.
            string source = found is GenericContainerCredentials ? "container"
                : found.GetType().Name.Contains("InstanceProfile", StringComparison.Ordinal) ? "instance metadata"
                : $"the SDK's chain ({found.GetType().Name})";
            return new ResolvedCredentials(found, source);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw Nothing(failure);
        }
    }

    private static XRayException Nothing(Exception? cause) =>
        new(FailureKind.Configuration, "NoCredentials",
            "No AWS credentials were found in parameters, environment variables, profiles, container or instance. Name a profile with -ProfileName, give keys, or set AWS_PROFILE.",
            cause);

    private static AWSCredentials Keys(string? key, string? secret, string? token) =>
        string.IsNullOrEmpty(key) || string.IsNullOrEmpty(secret)
            ? throw new XRayException(
                FailureKind.Configuration, "IncompleteKeys",
                "An access key and a secret key go together: give -AccessKey and -SecretKey, and -SessionToken for temporary keys.")
            : string.IsNullOrEmpty(token) ? new BasicAWSCredentials(key, secret) : new SessionAWSCredentials(key, secret, token);
}
