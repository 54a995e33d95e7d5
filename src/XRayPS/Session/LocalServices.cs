using System.Collections.Concurrent;
using XRayPS.Core.Ports;

namespace XRayPS.Session;

/// <summary>The local X-Rays that run in this process.</summary>
internal static class LocalServices
{
    private static readonly ConcurrentDictionary<Uri, Running> Services = new();

    /// <summary>Those that run, the oldest first.</summary>
    internal static IReadOnlyList<ILocalService> All =>
        [.. Services.Values.Select(static running => running.Service).OrderBy(static service => service.StartedAt)];

    /// <summary>The one at an endpoint, or null.</summary>
    /// <param name="endpoint">The endpoint.</param>
    internal static ILocalService? At(Uri? endpoint) =>
        endpoint is not null && Services.TryGetValue(endpoint, out Running? running) ? running.Service : null;

    /// <summary>Takes a started service into the books.</summary>
    /// <param name="service">The service.</param>
    internal static void Add(ILocalService service) => Services[service.Endpoint] = new Running(service);

    /// <summary>Ends when a service has been stopped.</summary>
    /// <param name="service">The service.</param>
    internal static Task StoppedAsync(ILocalService service) =>
        Services.TryGetValue(service.Endpoint, out Running? running) ? running.Stopped.Task : Task.CompletedTask;

    /// <summary>Stops a service; the session loses its connection if that was it.</summary>
    /// <param name="service">The service.</param>
    /// <returns>Whether it was the session's connection.</returns>
    internal static async Task<bool> StopAsync(ILocalService service)
    {
        Services.TryRemove(service.Endpoint, out Running? running);
        bool wasConnection = XRaySession.Lose(service.Endpoint);
        await service.DisposeAsync().ConfigureAwait(false);
        running?.Stopped.TrySetResult();
        return wasConnection;
    }

    /// <summary>Stops every service and waits until they are gone.</summary>
    internal static void StopAll() =>
        Task.Run(static () => Task.WhenAll(All.Select(StopAsync))).Wait(TimeSpan.FromSeconds(10));

    private sealed class Running(ILocalService service)
    {
        internal ILocalService Service { get; } = service;

        internal TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
