using System.Globalization;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Resources;

/// <summary>The resource policies of the account. They are kept and never applied: there is nobody to let in.</summary>
internal sealed class ResourcePolicies(Account account)
{
    private const int Limit = 5;

    private readonly RecordStore<ResourcePolicy> _store = new(account.Store, "policy", ResourceShapes.ResourcePolicy);

    internal IReadOnlyList<ResourcePolicy> All() => _store.All();

    /// <summary>Makes or replaces a policy.</summary>
    /// <param name="name">The name.</param>
    /// <param name="document">The policy as it is to be kept.</param>
    /// <param name="revision">The revision to replace, <c>0</c> for none; null replaces whatever there is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<ResourcePolicy> PutAsync(string name, string document, string? revision, CancellationToken cancellationToken)
    {
        ResourcePolicy? known = _store.Find(name);
        string current = known?.PolicyRevisionId ?? "0";
        if (revision is not null && revision != current)
        {
            throw Conflict($"Another concurrent request has modified the resource policy {name}");
        }

        if (known is null && _store.All().Count >= Limit)
        {
            throw new Refusal(new ServiceError(
                ErrorCodes.PolicyCountLimitExceeded, $"The limit of {Limit} resource policies is reached", 400));
        }

        ResourcePolicy policy = new()
        {
            PolicyName = name,
            PolicyDocument = document,
            PolicyRevisionId = (long.Parse(current, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture),
            LastUpdatedTime = account.NowInSeconds,
        };
        await _store.PutAsync(name, policy, cancellationToken).ConfigureAwait(false);
        return policy;
    }

    internal Task RemoveAsync(string name, string? revision, CancellationToken cancellationToken)
    {
        ResourcePolicy? known = _store.Find(name);
        if (revision is not null && revision != known?.PolicyRevisionId)
        {
            throw Conflict($"Another concurrent request has modified or deleted the resource policy {name}");
        }

        return known is null
            ? throw Refusal.InvalidRequest($"The resource policy {name} does not exist.")
            : _store.RemoveAsync(name, cancellationToken);
    }

    private static Refusal Conflict(string message) => new(new ServiceError(ErrorCodes.InvalidPolicyRevisionId, message, 400));
}
