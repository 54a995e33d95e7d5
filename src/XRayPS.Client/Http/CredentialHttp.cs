using System.Net;
using XRayPS.Core.Ports;

namespace XRayPS.Client.Http;

/// <summary>The few plain calls by which credentials are had. Three attempts each: they are made about once an hour.</summary>
internal static class CredentialHttp
{
    private const int Attempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly Lazy<HttpClient> Client = new(static () => new HttpClient(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = Patience,
    });

    /// <summary>Sends and reads the whole answer.</summary>
    /// <param name="what">What it is for, as the subject of a sentence.</param>
    /// <param name="make">Makes the request; called again for each attempt.</param>
    internal static async Task<(HttpStatusCode Status, string Body)> SendAsync(string what, Func<HttpRequestMessage> make)
    {
        for (int attempt = 1; ; attempt++)
        {
            using HttpRequestMessage request = make();
            try
            {
                using HttpResponseMessage response = await Client.Value.SendAsync(request).ConfigureAwait(false);
                string body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
                if ((int)response.StatusCode < 500 || attempt == Attempts)
                {
                    return (response.StatusCode, body);
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                if (attempt == Attempts)
                {
                    throw new XRayException(
                        FailureKind.Connection, "CredentialsUnreachable",
                        $"{what} at {request.RequestUri!.Authority} cannot be reached: {failure.Message}", failure);
                }
            }
        }
    }
}
