using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Ports;
using XRayPS.Errors;
using XRayPS.Session;

namespace XRayPS.Commands;

/// <summary>Stops local X-Rays of this process; one without a file forgets its traces.</summary>
[Cmdlet(VerbsLifecycle.Stop, "XRayLocalService", SupportsShouldProcess = true)]
public sealed class StopXRayLocalServiceCommand : XRayCmdlet
{
    /// <summary>The TCP ports of those to stop; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 65535)]
    public int[]? Port { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Port is null)
        {
            Stop(LocalServices.All);
            return;
        }

        foreach (int port in Port)
        {
            ILocalService[] found = [.. LocalServices.All.Where(service => service.Endpoint.Port == port)];
            if (found.Length == 0)
            {
                WriteError(ErrorRecords.LocalServiceNotFound(port));
            }

            Stop(found);
        }
    }

    private void Stop(IReadOnlyList<ILocalService> services)
    {
        foreach (ILocalService service in services)
        {
            if (!ShouldProcess(service.Endpoint.ToString(), "Stop the local X-Ray"))
            {
                continue;
            }

            Pump(async (feed, _) =>
            {
                if (await LocalServices.StopAsync(service).ConfigureAwait(false))
                {
                    feed.Verbose("It was the session's connection; calls fail until you connect anew.");
                }
            });
        }
    }
}
