using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Completion;
using XRayPS.Configuration;
using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Commands;

/// <summary>Removes a group; its traces stay.</summary>
[Cmdlet(
    VerbsCommon.Remove, "XRayGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = "GroupName")]
[CmdletOperation("DeleteGroup")]
[OutputType(typeof(Group))]
public sealed class RemoveXRayGroupCommand : XRayApiCmdlet
{
    /// <summary>Names.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = "GroupName",
        ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] GroupName { get; set; } = [];

    /// <summary>ARNs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GroupARN", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupArnCompleter))]
    public string[] GroupARN { get; set; } = [];

    /// <summary>Write the group that was removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool byName = ParameterSetName == "GroupName";
        foreach (string name in byName ? GroupName : GroupARN)
        {
            if (ShouldProcess($"group {name}", "Remove"))
            {
                GroupSelector group = byName ? GroupCalls.Select(name, null) : GroupCalls.Select(null, name);
                Call((caller, token) => RemoveAsync(caller, group, token), name);
            }
        }
    }

    private async Task RemoveAsync(ApiCaller caller, GroupSelector group, CancellationToken token)
    {
        Group? removed = PassThru ? await GroupCalls.GetAsync(caller, group, token).ConfigureAwait(false) : null;
        await caller.SendAsync(Operations.DeleteGroup, group, token).ConfigureAwait(false);
        if (removed is not null)
        {
            caller.Feed.Write(removed);
        }
    }
}
