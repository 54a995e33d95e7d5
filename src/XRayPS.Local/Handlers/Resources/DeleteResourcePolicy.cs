using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>Removes a resource policy.</summary>
internal sealed class DeleteResourcePolicy(Account account, ResourcePolicies policies)
    : Handler<DeleteResourcePolicyRequest, Empty>(Operations.DeleteResourcePolicy)
{
    protected override ValueTask<Empty> HandleAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                await policies.RemoveAsync(request.PolicyName!, request.PolicyRevisionId, cancellationToken).ConfigureAwait(false);
                return new Empty();
            },
            cancellationToken);
}
