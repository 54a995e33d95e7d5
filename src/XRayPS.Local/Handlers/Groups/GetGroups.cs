using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>All groups on one page.</summary>
internal sealed class GetGroups(GroupBook groups) : Handler<GetGroupsRequest, GetGroupsResponse>(Operations.GetGroups)
{
    protected override ValueTask<GetGroupsResponse> HandleAsync(GetGroupsRequest request, CancellationToken cancellationToken) =>
        request.NextToken is null
            ? new(new GetGroupsResponse { Groups = new RecordList<Group>(groups.All().Select(stored => stored.Group)) })
            : throw Refusal.InvalidRequest("Next Token not supported");
}
