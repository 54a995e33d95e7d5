using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Completion;

/// <summary>Completes names of resource policies.</summary>
public sealed class PolicyNameCompleter : LiveCompleter
{
    private protected override async Task<IEnumerable<KeyValuePair<string, string>>> AskAsync(
        IXRayClient client, CancellationToken cancellationToken)
    {
        Reply<ListResourcePoliciesResponse> policies = await client
            .SendAsync(Operations.ListResourcePolicies, new TokenRequest(), cancellationToken).ConfigureAwait(false);
        return policies.Value.ResourcePolicies.Select(static policy =>
            KeyValuePair.Create(policy.PolicyName ?? "", $"revision {policy.PolicyRevisionId}"));
    }
}
