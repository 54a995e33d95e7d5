using System.Net;
using System.Text.Json;
using Amazon.Runtime.SharedInterfaces;
using XRayPS.Client.Http;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Credentials;

/// <summary>
/// Renews the token of single sign-on. See
/// https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html. Signing in anew belongs to
/// <c>aws sso login</c>.
/// </summary>
internal sealed class SsoOidcClient(string region) : ICoreAmazonSSOOIDC, ICoreAmazonSSOOIDC_V2
{
    public Task<GetSsoTokenResponse> GetSsoTokenAsync(GetSsoTokenRequest getSsoTokenRequest) =>
        Task.FromException<GetSsoTokenResponse>(SignIn(null));

    public Task<GetSsoTokenResponse> GetSsoTokenAsync(
        GetSsoTokenRequest getSsoTokenRequest, CancellationToken cancellationToken) => GetSsoTokenAsync(getSsoTokenRequest);

    public async Task<GetSsoTokenResponse> RefreshTokenAsync(GetSsoTokenResponse previousResponse)
    {
        Uri endpoint = CredentialEndpoints.Of("oidc", "AWS_ENDPOINT_URL_SSO_OIDC", region, ClientTuning.Default);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["clientId"] = previousResponse.ClientId,
            ["clientSecret"] = previousResponse.ClientSecret,
            ["grantType"] = "refresh_token",
            ["refreshToken"] = previousResponse.RefreshToken,
        });
        (HttpStatusCode status, string answer) = await CredentialHttp.SendAsync("Single sign-on", () =>
        {
            HttpRequestMessage request = new(HttpMethod.Post, new Uri(endpoint, "token")) { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return request;
        }).ConfigureAwait(false);
        return (int)status >= 300 ? throw SignIn(null) : Read(answer, previousResponse);
    }

    private static GetSsoTokenResponse Read(string answer, GetSsoTokenResponse previous)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer);
            JsonElement root = document.RootElement;
            return new GetSsoTokenResponse
            {
                AccessToken = root.GetProperty("accessToken").GetString(),
                ExpiresAt = DateTime.UtcNow.AddSeconds(root.GetProperty("expiresIn").GetDouble()),
                RefreshToken = root.TryGetProperty("refreshToken", out JsonElement next) ? next.GetString() : previous.RefreshToken,
                ClientId = previous.ClientId,
                ClientSecret = previous.ClientSecret,
                RegistrationExpiresAt = previous.RegistrationExpiresAt,
                Region = previous.Region,
                StartUrl = previous.StartUrl,
            };
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw SignIn(failure);
        }
    }

    private static XRayException SignIn(Exception? cause) =>
        new(FailureKind.Permission, "SsoLoginNeeded", "The single sign-on session has ended. Sign in with `aws sso login`.", cause);
}
