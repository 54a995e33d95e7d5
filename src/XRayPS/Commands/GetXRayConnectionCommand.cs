using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Errors;
using XRayPS.Session;

namespace XRayPS.Commands;

/// <summary>Shows which endpoint, region and credentials the X-Ray cmdlets of this session use, and who named them.</summary>
[Cmdlet(VerbsCommon.Get, "XRayConnection")]
[OutputType(typeof(Connection))]
public sealed class GetXRayConnectionCommand : XRayConnectionCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (XRaySession.IsLost && !EffectiveConnection.NamesItsTarget(CallSettings()))
        {
            WriteError(ErrorRecords.NotConnected());
            return;
        }

        SessionConnection? session = XRaySession.Current;
        ConnectionReader.Write(this, Effective(session), session, Pump);
    }
}
