using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using XRayPS.Client.Http;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Credentials;

/// <summary>
/// GetRoleCredentials of single sign-on. See
/// https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html.
/// </summary>
internal sealed class SsoClient(string region) : ICoreAmazonSSO
{
    public async Task<ImmutableCredentials> CredentialsFromSsoAccessTokenAsync(
        string accountId, string roleName, string accessToken, IDictionary<string, object> additionalProperties)
    {
        Uri endpoint = CredentialEndpoints.Of("portal.sso", "AWS_ENDPOINT_URL_SSO", region, ClientTuning.Default);
        Uri url = new(endpoint,
            $"federation/credentials?role_name={Uri.EscapeDataString(roleName)}&account_id={Uri.EscapeDataString(accountId)}");
        (HttpStatusCode status, string body) = await CredentialHttp.SendAsync("Single sign-on", () =>
        {
            HttpRequestMessage request = new(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("x-amz-sso_bearer_token", accessToken);
            return request;
        }).ConfigureAwait(false);
        if ((int)status >= 300)
        {
            throw new XRayException(
                FailureKind.Permission, "SsoRefused",
                $"Single sign-on gave no credentials for the role {roleName} of account {accountId} (HTTP {(int)status}). Sign in with `aws sso login`.");
        }

        // It has to be this type: the SDK's caller takes the expiration from it.
        return Read(body);
    }

    private static SSOImmutableCredentials Read(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement keys = document.RootElement.GetProperty("roleCredentials");
            return new SSOImmutableCredentials(
                keys.GetProperty("accessKeyId").GetString(),
                keys.GetProperty("secretAccessKey").GetString(),
                keys.GetProperty("sessionToken").GetString(),
                DateTimeOffset.FromUnixTimeMilliseconds(keys.GetProperty("expiration").GetInt64()).UtcDateTime);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new XRayException(
                FailureKind.Unreadable, "SsoUnreadable", "The answer of single sign-on cannot be read.", failure);
        }
    }
}
