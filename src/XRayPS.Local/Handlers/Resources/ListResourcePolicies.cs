using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>All resource policies on one page.</summary>
internal sealed class ListResourcePolicies(ResourcePolicies policies)
    : Handler<TokenRequest, ListResourcePoliciesResponse>(Operations.ListResourcePolicies)
{
    protected override ValueTask<ListResourcePoliciesResponse> HandleAsync(TokenRequest request, CancellationToken cancellationToken) =>
        request.NextToken is null
            ? new(new ListResourcePoliciesResponse { ResourcePolicies = new RecordList<ResourcePolicy>(policies.All()) })
            : throw Refusal.InvalidRequest("NextToken is currently not supported");
}
