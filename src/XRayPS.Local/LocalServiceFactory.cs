using XRayPS.Core.Ports;

namespace XRayPS.Local;

/// <summary>Starts local services. The module makes one by name, so it has a public constructor without parameters.</summary>
public sealed class LocalServiceFactory : ILocalServiceFactory
{
    /// <inheritdoc/>
    public Task<ILocalService> StartAsync(LocalServiceOptions options, CancellationToken cancellationToken) =>
        StartAsync(options, LocalSettings.Default, cancellationToken);

    internal static async Task<ILocalService> StartAsync(
        LocalServiceOptions options, LocalSettings settings, CancellationToken cancellationToken) =>
        await Task.Run(() => LocalService.StartAsync(options, settings, cancellationToken), cancellationToken).ConfigureAwait(false);
}
