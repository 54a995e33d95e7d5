using System.Management.Automation;
using XRayPS.Abstractions;
using XRayPS.Binding;
using XRayPS.Completion;
using XRayPS.Configuration;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Commands;

/// <summary>Gets groups: those of the names or ARNs, or all.</summary>
[Cmdlet(VerbsCommon.Get, "XRayGroup", SupportsPaging = true, DefaultParameterSetName = "GroupName")]
[CmdletOperation("GetGroup")]
[CmdletOperation("GetGroups")]
[OutputType(typeof(Group))]
public sealed class GetXRayGroupCommand : XRayNamedCmdlet
{
    /// <summary>Names; wildcards are looked at here.</summary>
    [Parameter(
        Position = 0, ParameterSetName = "GroupName", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[]? GroupName { get; set; }

    /// <summary>ARNs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GroupARN", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupArnCompleter))]
    public string[]? GroupARN { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (GroupARN is null && (AsPage || NextToken is not null || !new NamePatterns(GroupName).AreNames))
        {
            StreamNamed(
                PagedOperations.Groups,
                GroupName,
                static group => group.GroupName,
                "Group",
                "group",
                static group => group.GroupARN);
            return;
        }

        foreach (string name in GroupARN ?? GroupName ?? [])
        {
            if (Budget.IsSpent)
            {
                return;
            }

            GroupSelector one = GroupARN is null ? GroupCalls.Select(name, null) : GroupCalls.Select(null, name);
            Call((caller, token) => EmitAsync(caller, one, token), name);
        }
    }

    private async Task EmitAsync(ApiCaller caller, GroupSelector one, CancellationToken token)
    {
        Group group = await GroupCalls.GetAsync(caller, one, token).ConfigureAwait(false);
        caller.Feed.Post(() =>
        {
            (int from, int to) = Budget.Take(0, 1);
            if (to > from)
            {
                WriteObject(group);
            }
        });
    }
}
