using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Draws the services of a window and the calls between them.</summary>
[Cmdlet(VerbsCommon.Get, "XRayServiceGraph", SupportsPaging = true, DefaultParameterSetName = "GroupName")]
[CmdletOperation("GetServiceGraph")]
[OutputType(typeof(Service))]
public sealed class GetXRayServiceGraphCommand : XRayWindowCmdlet
{
    /// <summary>A group whose traces alone are looked at.</summary>
    [Parameter(Position = 0, ParameterSetName = "GroupName", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? GroupName { get; set; }

    /// <summary>The same by the group's ARN.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GroupARN", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupArnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? GroupARN { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Budget.IsSpent)
        {
            return;
        }

        PageToken? start = StartToken(PagedOperations.ServiceGraph.Operation.Name);
        TimeWindow window = Window(start);
        GetServiceGraphRequest request = new()
        {
            StartTime = window.Start,
            EndTime = window.End,
            GroupName = GroupName,
            GroupARN = GroupARN,
        };
        Graph(
            PagedOperations.ServiceGraph, request, start, null, window, GroupName ?? GroupARN,
            page =>
            {
                if (page.Response.ContainsOldGroupVersions == true)
                {
                    WriteWarning("Some traces of this graph matched an older filter of the group.");
                }
            });
    }
}
