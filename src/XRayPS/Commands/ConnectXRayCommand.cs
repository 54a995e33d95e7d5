using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Ports;
using XRayPS.Session;

namespace XRayPS.Commands;

/// <summary>Says what the X-Ray cmdlets of this process connect to when a call does not say it itself.</summary>
[Cmdlet(VerbsCommunications.Connect, "XRay")]
[OutputType(typeof(Connection))]
public sealed class ConnectXRayCommand : XRayConnectionCmdlet
{
    /// <summary>Write the connection, which looks up region and credentials.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ClientSettings settings = CallSettings();
        SessionConnection connection =
            new(settings, "Connect-XRay", IsLocalService: LocalServices.At(settings.EndpointUrl) is not null);
        XRaySession.Connect(connection);
        if (!PassThru)
        {
            return;
        }

        ConnectionReader.Write(this, Effective(connection), connection, Pump);
    }
}
