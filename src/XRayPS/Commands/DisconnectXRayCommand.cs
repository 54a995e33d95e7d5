using System.Management.Automation;
using XRayPS.Session;

namespace XRayPS.Commands;

/// <summary>Goes back to what the AWS SDK finds by itself: environment, profiles, roles.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "XRay")]
public sealed class DisconnectXRayCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => XRaySession.Reset();
}
