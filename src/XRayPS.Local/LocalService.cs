using System.Globalization;
using System.Security.Cryptography;
using XRayPS.Core.Ports;
using XRayPS.Local.Daemon;
using XRayPS.Local.Demo;
using XRayPS.Local.Handlers;
using XRayPS.Local.Http;
using XRayPS.Local.Otlp;
using XRayPS.Local.Storage;

namespace XRayPS.Local;

/// <summary>A running local X-Ray: a store, the API in front of it, and the daemon's port beside.</summary>
internal sealed class LocalService : ILocalService
{
    private readonly TraceStore _store;
    private readonly Counters _counters;
    private readonly HttpFront _http;
    private readonly UdpIntake _udp;
    private int _disposed;

    private LocalService(LocalServiceOptions options, TraceStore store, Counters counters, HttpFront http, UdpIntake udp)
    {
        _store = store;
        _counters = counters;
        _http = http;
        _udp = udp;
        Path = options.Path;
        StartedAt = options.Clock.GetUtcNow();
        RequestLimit = options.RequestLimit;
        Endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{http.Port}/"));

        // X-Ray SDKs take one address for both protocols, or one each.
        DaemonAddress = http.Port == udp.Port
            ? string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{udp.Port}")
            : string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1:{http.Port} udp:127.0.0.1:{udp.Port}");
    }

    public Uri Endpoint { get; }

    public string DaemonAddress { get; }

    public string? Path { get; }

    public double? RequestLimit { get; }

    public DateTimeOffset StartedAt { get; }

    public LocalServiceCounters ReadCounters() =>
        new(_store.Traces, _http.Requests, _counters.Received, _counters.Rejected, _counters.Dropped);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _http.DisposeAsync().ConfigureAwait(false);
            await _udp.DisposeAsync().ConfigureAwait(false);
            await _store.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal static async Task<ILocalService> StartAsync(
        LocalServiceOptions options, LocalSettings settings, CancellationToken cancellationToken)
    {
        TraceStore store = TraceStore.Open(options.Path, options.Clock, settings.Retention);
        HttpFront? http = null;
        try
        {
            if (options.Demo)
            {
                await store.AppendAsync(DemoTraces.Before(options.Clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
                Account account = new(settings, store.Settings, options.Clock);
                await DemoSettings.ApplyAsync(account, cancellationToken).ConfigureAwait(false);
            }

            Counters counters = new();
            Ingestion ingestion = new(store, counters, options.Clock);
            PageTokens tokens = new(await SecretAsync(store.Settings, cancellationToken).ConfigureAwait(false));
            Router router = new(
                HandlerTable.All(store, ingestion, counters, tokens, settings, options.Clock),
                new OtlpIntake(ingestion, counters),
                options.RequestLimit is { } perSecond ? new RequestLimit(perSecond, options.Clock) : null);
            http = HttpFront.Start(options.Port, router, settings, options.Clock);
            UdpIntake udp = StartUdp(options, http.Port, ingestion, counters, settings);
            return new LocalService(options, store, counters, http, udp);
        }
        catch (Exception)
        {
            if (http is not null)
            {
                await http.DisposeAsync().ConfigureAwait(false);
            }

            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static UdpIntake StartUdp(
        LocalServiceOptions options, int httpPort, Ingestion ingestion, Counters counters, LocalSettings settings)
    {
        Task Store(IReadOnlyCollection<byte[]> documents, Task after) =>
            ingestion.TakeAsync(documents, CancellationToken.None, after);
        if (options.DaemonPort != 0)
        {
            return UdpIntake.Start(options.DaemonPort, Store, counters, settings.DatagramQueue);
        }

        try
        {
            // One number for both is easier to tell an application.
            return UdpIntake.Start(httpPort, Store, counters, settings.DatagramQueue);
        }
        catch (XRayException)
        {
            return UdpIntake.Start(0, Store, counters, settings.DatagramQueue);
        }
    }

    /// <summary>What page tokens are signed with; it stays with the file, so that tokens outlive a restart.</summary>
    private static async Task<byte[]> SecretAsync(SettingStore settings, CancellationToken cancellationToken)
    {
        const string Name = "token-secret";
        if (settings.Read(Name) is { } known)
        {
            return Convert.FromHexString(known);
        }

        byte[] secret = RandomNumberGenerator.GetBytes(32);
        await settings.WriteAsync(Name, Convert.ToHexString(secret), cancellationToken).ConfigureAwait(false);
        return secret;
    }
}
