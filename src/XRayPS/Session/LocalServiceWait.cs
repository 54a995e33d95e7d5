using XRayPS.Core.Ports;

namespace XRayPS.Session;

/// <summary>Keeps a pipeline while a local X-Ray runs.</summary>
internal static class LocalServiceWait
{
    /// <summary>Waits for the token and stops the service then. A service stopped by others is not waited for any longer.</summary>
    /// <param name="service">The service.</param>
    /// <param name="token">The cmdlet's token.</param>
    internal static async Task UntilStoppedAsync(ILocalService service, CancellationToken token)
    {
        try
        {
            await LocalServices.StoppedAsync(service).WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await LocalServices.StopAsync(service).ConfigureAwait(false);
        }
    }
}
