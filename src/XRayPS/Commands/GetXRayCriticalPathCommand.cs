using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Analysis;

namespace XRayPS.Commands;

/// <summary>Takes a trace's duration apart into the stretches of work that made it as long as it is.</summary>
[Cmdlet(VerbsCommon.Get, "XRayCriticalPath", DefaultParameterSetName = "Trace")]
[OutputType(typeof(CriticalPathStep))]
public sealed class GetXRayCriticalPathCommand : XRayTraceCmdlet
{
    /// <inheritdoc/>
    private protected override void Handle(Trace trace) =>
        WriteObject(CriticalPath.Of(Timeline.Of(trace)), enumerateCollection: true);
}
