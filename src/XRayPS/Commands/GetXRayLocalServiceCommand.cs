using System.Management.Automation;
using XRayPS.Session;

namespace XRayPS.Commands;

/// <summary>Shows the local X-Rays that run in this process, with their counters.</summary>
[Cmdlet(VerbsCommon.Get, "XRayLocalService")]
[OutputType(typeof(LocalService))]
public sealed class GetXRayLocalServiceCommand : PSCmdlet
{
    /// <summary>The TCP ports of those to show; without it, all.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, 65535)]
    public int[]? Port { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(
        LocalServices.All
            .Where(service => Port is null || Port.Contains(service.Endpoint.Port))
            .Select(static service => new LocalService(service)),
        enumerateCollection: true);
}
