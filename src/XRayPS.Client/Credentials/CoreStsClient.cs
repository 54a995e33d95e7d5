using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace XRayPS.Client.Credentials;

/// <summary>The Security Token Service for credentials that the SDK makes inside itself, such as a role's web identity source.</summary>
internal sealed class CoreStsClient(string region) : ICoreAmazonSTS
{
    private readonly StsClient _sts = StsClient.For(region, ClientTuning.Default);

    public AssumeRoleImmutableCredentials CredentialsFromAssumeRoleWithWebIdentityAuthentication(
        string webIdentityToken,
        string roleArn,
        string roleSessionName,
        AssumeRoleWithWebIdentityCredentialsOptions options) =>
        Task.Run(() => CredentialsFromAssumeRoleWithWebIdentityAuthenticationAsync(
            webIdentityToken, roleArn, roleSessionName, options)).GetAwaiter().GetResult();

    public Task<AssumeRoleImmutableCredentials> CredentialsFromAssumeRoleWithWebIdentityAuthenticationAsync(
        string webIdentityToken,
        string roleArn,
        string roleSessionName,
        AssumeRoleWithWebIdentityCredentialsOptions options)
    {
        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["RoleArn"] = roleArn,
            ["RoleSessionName"] = roleSessionName,
            ["WebIdentityToken"] = webIdentityToken,
        };
        if (options?.DurationSeconds is { } seconds)
        {
            form["DurationSeconds"] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return _sts.AssumeRoleWithWebIdentityAsync(form);
    }

    /// <summary>Roles with source credentials are assumed by <see cref="RoleCredentials"/>, which has the source.</summary>
    public AssumeRoleImmutableCredentials CredentialsFromAssumeRoleAuthentication(
        string roleArn, string roleSessionName, AssumeRoleAWSCredentialsOptions options) =>
        throw new NotSupportedException($"The role {roleArn} stands too deep in the profile's chain.");

    public Task<AssumeRoleImmutableCredentials> CredentialsFromAssumeRoleAuthenticationAsync(
        string roleArn, string roleSessionName, AssumeRoleAWSCredentialsOptions options) =>
        Task.FromException<AssumeRoleImmutableCredentials>(
            new NotSupportedException($"The role {roleArn} stands too deep in the profile's chain."));

    public SAMLImmutableCredentials CredentialsFromSAMLAuthentication(
        string endpoint, string authenticationType, string roleARN, TimeSpan credentialDuration, ICredentials userCredential) =>
        throw new NotSupportedException("Credentials by SAML are not offered.");

    public Task<SAMLImmutableCredentials> CredentialsFromSAMLAuthenticationAsync(
        string endpoint, string authenticationType, string roleARN, TimeSpan credentialDuration, ICredentials userCredential) =>
        Task.FromException<SAMLImmutableCredentials>(new NotSupportedException("Credentials by SAML are not offered."));
}
