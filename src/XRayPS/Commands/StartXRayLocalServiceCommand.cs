using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Ports;
using XRayPS.Errors;
using XRayPS.Session;

namespace XRayPS.Commands;

/// <summary>Starts an X-Ray in this process, on loopback: the API over HTTP and the daemon's UDP port.</summary>
[Cmdlet(VerbsLifecycle.Start, "XRayLocalService")]
[OutputType(typeof(LocalService))]
public sealed class StartXRayLocalServiceCommand : XRayCmdlet
{
    /// <summary>The TCP port of the API; 0 takes a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; } = 2000;

    /// <summary>The UDP port for segments; 0 takes a free one.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int DaemonPort { get; set; } = 2000;

    /// <summary>A database file, made when it is not there; without it everything is in memory.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Load a few hundred sample traces of a small web shop over the last hour.</summary>
    [Parameter]
    public SwitchParameter Demo { get; set; }

    /// <summary>Requests of one operation a second; beyond that they get ThrottledException. Without it: no limit.</summary>
    [Parameter]
    [ValidateRange(0.001, 1_000_000)]
    public double? RequestLimit { get; set; }

    /// <summary>Leave the session's connection as it is.</summary>
    [Parameter]
    public SwitchParameter NoConnect { get; set; }

    /// <summary>Keep the pipeline until Ctrl+C, and stop the service then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        LocalServiceOptions options = new()
        {
            Port = Port,
            DaemonPort = DaemonPort,
            Path = Path is null ? null : FilePath(Path),
            Demo = Demo,
            RequestLimit = RequestLimit,
            Clock = Clock,
        };
        try
        {
            Pump(async (feed, token) =>
            {
                ILocalService service =
                    await Loading.PrivateServices.Local.StartAsync(options, token).ConfigureAwait(false);
                if (token.IsCancellationRequested)
                {
                    // Stopped while it started: nobody would hear of it.
                    await service.DisposeAsync().ConfigureAwait(false);
                    return;
                }

                LocalServices.Add(service);
                feed.Post(() => Announce(service));
                if (Wait)
                {
                    await LocalServiceWait.UntilStoppedAsync(service, token).ConfigureAwait(false);
                }
            });
        }
        catch (XRayException failure)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(failure, options.Path ?? (object)Port));
        }
    }

    private void Announce(ILocalService service)
    {
        if (!NoConnect)
        {
            ClientSettings settings = new() { EndpointUrl = service.Endpoint };
            XRaySession.Connect(new SessionConnection(settings, "Start-XRayLocalService", IsLocalService: true));
            this.WriteToHost($"The X-Ray cmdlets of this session now call {service.Endpoint} (Disconnect-XRay goes back to AWS).");
        }

        WriteObject(new LocalService(service));
    }
}
