using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>One group.</summary>
internal sealed class GetGroup(GroupBook groups) : Handler<GroupSelector, GroupResponse>(Operations.GetGroup)
{
    protected override ValueTask<GroupResponse> HandleAsync(GroupSelector request, CancellationToken cancellationToken) =>
        new(new GroupResponse { Group = groups.Select(request.GroupName, request.GroupARN).Group });
}
