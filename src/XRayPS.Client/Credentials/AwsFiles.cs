using Amazon;
using Amazon.Runtime.CredentialManagement;

namespace XRayPS.Client.Credentials;

/// <summary>
/// The AWS files (credentials and config) as they are now. The SDK fixes their paths when it is first used and hides
/// profiles without credentials; a shell lives long, its variables change, and a profile may hold a region alone.
/// See https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html.
/// </summary>
internal sealed class AwsFiles : ICredentialProfileSource
{
    private const string ProfilePrefix = "profile ";
    private readonly Dictionary<string, ProfileSection> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProfileSection> _others = new(StringComparer.Ordinal);

    private AwsFiles(string credentialsPath, string configPath)
    {
        Place = credentialsPath;

        // The credentials file is read last: where both files have a key, it wins.
        Read(configPath, isConfig: true);
        Read(credentialsPath, isConfig: false);
    }

    /// <summary>The credentials file's path, for messages.</summary>
    internal string Place { get; }

    /// <summary>Names of profiles, sorted.</summary>
    internal IReadOnlyList<string> Names => [.. _profiles.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Reads the files; what is not there is empty.</summary>
    /// <param name="location">A file or a folder; null for the usual places.</param>
    /// <param name="environment">Environment variables.</param>
    internal static AwsFiles Load(string? location, Func<string, string?> environment)
    {
        if (location is not null)
        {
            string folder = Directory.Exists(location) ? location : Path.GetDirectoryName(Path.GetFullPath(location)) ?? location;
            string file = Directory.Exists(location) ? Path.Combine(location, "credentials") : location;
            string config = Path.Combine(folder, "config");

            // A location that is itself the config file has the config file's headings.
            return Path.GetFileName(file) == "config"
                ? new AwsFiles(Path.Combine(folder, "credentials"), file)
                : new AwsFiles(file, config);
        }

        string home = environment("HOME") ?? environment("USERPROFILE")
            ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new AwsFiles(
            environment("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(home, ".aws", "credentials"),
            environment("AWS_CONFIG_FILE") ?? Path.Combine(home, ".aws", "config"));
    }

    /// <summary>A profile's members, or null.</summary>
    internal ProfileSection? Find(string name) => _profiles.GetValueOrDefault(name);

    /// <summary>X-Ray's endpoint as a profile has it: of its <c>services</c> section, or its own for all services.</summary>
    internal string? EndpointOf(ProfileSection profile, string service) =>
        (profile.Get("services") is { } services
            && _others.TryGetValue("services " + services, out ProfileSection? section)
            ? section.GetNested(service, "endpoint_url")
            : null) ?? profile.Get("endpoint_url");

    public bool TryGetProfile(string profileName, out CredentialProfile? profile)
    {
        profile = Find(profileName) is { } section ? ToSdk(profileName, section) : null;
        return profile is not null;
    }

    private CredentialProfile ToSdk(string name, ProfileSection section)
    {
        string? session = section.Get("sso_session");
        ProfileSection? sso = session is null ? null : _others.GetValueOrDefault("sso-session " + session);
        CredentialProfileOptions options = new()
        {
            AccessKey = section.Get("aws_access_key_id"),
            SecretKey = section.Get("aws_secret_access_key"),
            Token = section.Get("aws_session_token"),
            RoleArn = section.Get("role_arn"),
            SourceProfile = section.Get("source_profile"),
            CredentialSource = section.Get("credential_source"),
            ExternalID = section.Get("external_id"),
            MfaSerial = section.Get("mfa_serial"),
            RoleSessionName = section.Get("role_session_name"),
            WebIdentityTokenFile = section.Get("web_identity_token_file"),
            CredentialProcess = section.Get("credential_process"),
            SsoSession = session,
            SsoRegion = sso?.Get("sso_region") ?? section.Get("sso_region"),
            SsoStartUrl = sso?.Get("sso_start_url") ?? section.Get("sso_start_url"),
            SsoRegistrationScopes = sso?.Get("sso_registration_scopes"),
            SsoAccountId = section.Get("sso_account_id"),
            SsoRoleName = section.Get("sso_role_name"),
        };
        return new CredentialProfile(name, options)
        {
            Region = section.Get("region") is { } region ? RegionEndpoint.GetBySystemName(region) : null,
        };
    }

    private void Read(string path, bool isConfig)
    {
        foreach ((string heading, ProfileSection section) in ProfileSection.ReadFile(path))
        {
            string? name = isConfig ? ConfigProfile(heading) : heading;
            Dictionary<string, ProfileSection> target = name is null ? _others : _profiles;
            string key = name ?? heading;
            if (target.TryGetValue(key, out ProfileSection? known))
            {
                known.Merge(section);
            }
            else
            {
                target.Add(key, section);
            }
        }
    }

    /// <summary>In the config file a profile's heading is <c>[profile x]</c>, or <c>[default]</c>.</summary>
    private static string? ConfigProfile(string heading) =>
        heading == "default" ? heading
        : heading.StartsWith(ProfilePrefix, StringComparison.Ordinal) ? heading[ProfilePrefix.Length..].Trim().Trim('"', '\'')
        : null;
}
