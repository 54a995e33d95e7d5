using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Core.Analysis;

namespace XRayPS.Commands;

/// <summary>Looks through traces for what usually costs time or hides the truth.</summary>
[Cmdlet(VerbsCommon.Find, "XRayProblem", DefaultParameterSetName = "Trace")]
[OutputType(typeof(TraceProblem))]
public sealed class FindXRayProblemCommand : XRayTraceCmdlet
{
    /// <summary>Only findings of these kinds.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public TraceProblemKind[]? Kind { get; set; }

    /// <inheritdoc/>
    private protected override void Handle(Trace trace)
    {
        foreach (TraceProblem problem in ProblemFinder.Find(Timeline.Of(trace)))
        {
            if (Kind is null || Kind.Contains(problem.Kind))
            {
                WriteObject(problem);
            }
        }
    }
}
