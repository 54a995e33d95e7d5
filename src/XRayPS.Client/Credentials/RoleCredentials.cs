using Amazon.Runtime;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Credentials;

/// <summary>Credentials of a role, assumed with other credentials and renewed before they end.</summary>
internal sealed class RoleCredentials : RefreshingAWSCredentials
{
    private readonly AWSCredentials _source;
    private readonly string _role;
    private readonly string _session;
    private readonly AssumeRoleAWSCredentialsOptions _options;
    private readonly StsClient _sts;

    internal RoleCredentials(
        AWSCredentials source, string role, string session, AssumeRoleAWSCredentialsOptions options, StsClient sts)
    {
        _source = source;
        _role = role;
        _session = session;
        _options = options;
        _sts = sts;
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    protected override CredentialsRefreshState GenerateNewCredentials() =>
        Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["RoleArn"] = _role,
            ["RoleSessionName"] = _session,
        };
        Add(form, "ExternalId", _options.ExternalId);
        Add(form, "Policy", _options.Policy);
        Add(form, "SourceIdentity", _options.SourceIdentity);
        Add(form, "DurationSeconds", _options.DurationSeconds?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(_options.MfaSerialNumber))
        {
            form["SerialNumber"] = _options.MfaSerialNumber;
            form["TokenCode"] = _options.MfaTokenCodeCallback?.Invoke() ?? throw new XRayException(
                FailureKind.Configuration, "MfaNeeded",
                $"The role {_role} wants a code of the MFA device {_options.MfaSerialNumber}, which this module does not ask for. Get temporary keys with `aws sts assume-role` or use a profile with single sign-on.");
        }

        ImmutableCredentials keys = await _source.GetCredentialsAsync().ConfigureAwait(false);
        AssumeRoleImmutableCredentials role = await _sts.AssumeRoleAsync(form, keys).ConfigureAwait(false);
        return new CredentialsRefreshState(role, role.Expiration);
    }

    private static void Add(Dictionary<string, string> form, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            form[name] = value;
        }
    }
}
