using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Configuration;

namespace XRayPS.Commands;

/// <summary>Shows where X-Ray keeps the segments that it is sent.</summary>
[Cmdlet(VerbsCommon.Get, "XRaySegmentDestination")]
[CmdletOperation("GetTraceSegmentDestination")]
[OutputType(typeof(TraceSegmentDestination))]
public sealed class GetXRaySegmentDestinationCommand : XRayApiCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => Call(async (caller, token) =>
        caller.Feed.Write(await DestinationCalls.GetAsync(caller, token).ConfigureAwait(false)));
}
