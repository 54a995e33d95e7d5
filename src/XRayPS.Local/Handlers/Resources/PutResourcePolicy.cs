using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>Makes or replaces a resource policy.</summary>
internal sealed class PutResourcePolicy(Account account, ResourcePolicies policies)
    : Handler<PutResourcePolicyRequest, PutResourcePolicyResponse>(Operations.PutResourcePolicy)
{
    protected override ValueTask<PutResourcePolicyResponse> HandleAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () => new PutResourcePolicyResponse
            {
                ResourcePolicy = await policies.PutAsync(
                    request.PolicyName!,
                    PolicyDocument.Normalize(request.PolicyDocument!, request.BypassPolicyLockoutCheck ?? false),
                    request.PolicyRevisionId,
                    cancellationToken).ConfigureAwait(false),
            },
            cancellationToken);
}
