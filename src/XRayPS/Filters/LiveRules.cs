using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Session;

namespace XRayPS.Filters;

/// <summary>Names of sampling rules of what the session is connected to, for completion.</summary>
internal static class LiveRules
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private static (SessionConnection Session, long At, IReadOnlyList<SamplingRule> Rules)? s_last;

    /// <summary>
    /// The rules; takes at most a second, and nothing where nobody connected. A local service is always asked anew.
    /// </summary>
    internal static IReadOnlyList<SamplingRule> All()
    {
        if (XRaySession.Current is not { } session)
        {
            return [];
        }

        if (!session.IsLocalService && s_last is { } last && last.Session == session
            && TimeProvider.System.GetElapsedTime(last.At) < Freshness)
        {
            return last.Rules;
        }

        using CancellationTokenSource stop = new(Patience);
        CancellationToken token = stop.Token;
        Task<IReadOnlyList<SamplingRule>> asking = Task.Run(() => AskAsync(session, token), CancellationToken.None);
        IReadOnlyList<SamplingRule> rules = asking.Wait(Patience) ? asking.Result : [];
        s_last = (session, TimeProvider.System.GetTimestamp(), rules);
        return rules;
    }

    private static async Task<IReadOnlyList<SamplingRule>> AskAsync(
        SessionConnection session, CancellationToken cancellationToken)
    {
        using ClientLease lease = ClientCache.Shared.Rent(session.Settings);
        Reply<GetSamplingRulesResponse> reply = await lease.Client
            .SendAsync(Operations.GetSamplingRules, new TokenRequest(), cancellationToken).ConfigureAwait(false);
        return Paging.PagedOperations.SamplingRules.GetItems(reply.Value);
    }
}
