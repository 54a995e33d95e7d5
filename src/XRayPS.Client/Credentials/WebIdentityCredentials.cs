using Amazon.Runtime;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Credentials;

/// <summary>Credentials of a role for the token in a file, as Kubernetes puts it there. The file is read anew each time.</summary>
internal sealed class WebIdentityCredentials : RefreshingAWSCredentials
{
    private readonly string _file;
    private readonly string _role;
    private readonly string? _session;
    private readonly StsClient _sts;

    internal WebIdentityCredentials(string file, string role, string? session, StsClient sts)
    {
        _file = file;
        _role = role;
        _session = session;
        _sts = sts;
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    protected override CredentialsRefreshState GenerateNewCredentials() =>
        Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        string token;
        try
        {
            token = await File.ReadAllTextAsync(_file).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new XRayException(
                FailureKind.Configuration, "NoCredentials",
                $"The web identity token in {_file} cannot be read: {failure.Message}", failure);
        }

        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["RoleArn"] = _role,
            ["RoleSessionName"] = string.IsNullOrEmpty(_session) ? $"XRayPS-{Environment.ProcessId}" : _session,
            ["WebIdentityToken"] = token.Trim(),
        };
        AssumeRoleImmutableCredentials keys = await _sts.AssumeRoleWithWebIdentityAsync(form).ConfigureAwait(false);
        return new CredentialsRefreshState(keys, keys.Expiration);
    }
}
