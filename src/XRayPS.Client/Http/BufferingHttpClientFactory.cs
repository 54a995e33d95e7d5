using System.Collections.Concurrent;
using System.Globalization;
using Amazon.Runtime;

namespace XRayPS.Client.Http;

/// <summary>
/// Makes the HTTP clients of the SDK's pipeline. Clients with the same settings share one, and with it the pool of
/// connections, for as long as the process lives: each call of a cmdlet would else begin with a new handshake.
/// </summary>
internal sealed class BufferingHttpClientFactory : HttpClientFactory
{
    private static readonly ConcurrentDictionary<string, Lazy<HttpClient>> Shared = new(StringComparer.Ordinal);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        Shared.GetOrAdd(Key(clientConfig), _ => new Lazy<HttpClient>(() => Make(clientConfig))).Value;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public override string GetConfigUniqueString(IClientConfig clientConfig) => Key(clientConfig);

    private static HttpClient Make(IClientConfig config)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = config.AllowAutoRedirect,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (config.MaxConnectionsPerServer is { } connections)
        {
            handler.MaxConnectionsPerServer = connections;
        }

        if (config.ConnectTimeout is { } patience)
        {
            handler.ConnectTimeout = patience;
        }

        if (IsLoopback(config))
        {
            // A proxy named by the environment could not reach this machine's loopback.
            handler.UseProxy = false;
        }
        else if (config.GetWebProxy() is { } proxy)
        {
            handler.Proxy = proxy;
            handler.DefaultProxyCredentials = config.ProxyCredentials;
        }

        HttpClient client = new(new BufferingHandler(handler));
        if (config.Timeout is { } timeout)
        {
            client.Timeout = timeout;
        }

        return client;
    }

    private static bool IsLoopback(IClientConfig config) =>
        Uri.TryCreate(config.ServiceURL, UriKind.Absolute, out Uri? endpoint) && endpoint.IsLoopback;

    private static string Key(IClientConfig config)
    {
        string proxy = config.GetWebProxy() is { } web
            ? web.GetProxy(new Uri("http://x.invalid/"))?.ToString() ?? "bypassed"
            : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{IsLoopback(config)}|{config.Timeout}|{config.ConnectTimeout}|{config.MaxConnectionsPerServer}|{config.AllowAutoRedirect}|{proxy}|{config.ProxyCredentials?.GetHashCode()}");
    }
}
