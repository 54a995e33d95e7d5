using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Session;

namespace XRayPS.Filters;

/// <summary>
/// Learns names from what the session is connected to: all of them from a local service, groups alone from elsewhere, where
/// reading traces would cost the account's quota.
/// </summary>
internal static class LiveNames
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private static (SessionConnection Session, long At)? s_learned;

    /// <summary>Takes at most a second, and nothing where nobody connected.</summary>
    internal static void Learn()
    {
        if (XRaySession.Current is not { } session)
        {
            return;
        }

        if (!session.IsLocalService && s_learned is { } last && last.Session == session
            && TimeProvider.System.GetElapsedTime(last.At) < Freshness)
        {
            return;
        }

        s_learned = (session, TimeProvider.System.GetTimestamp());
        using CancellationTokenSource stop = new(Patience);
        CancellationToken token = stop.Token;
        Task.Run(() => LearnAsync(session, token), CancellationToken.None).Wait(Patience);
    }

    private static async Task LearnAsync(SessionConnection session, CancellationToken cancellationToken)
    {
        using ClientLease lease = ClientCache.Shared.Rent(session.Settings);
        if (session.IsLocalService)
        {
            await LearnTracesAsync(lease.Client, cancellationToken).ConfigureAwait(false);
        }

        Reply<GetGroupsResponse> groups =
            await lease.Client.SendAsync(Operations.GetGroups, new GetGroupsRequest(), cancellationToken).ConfigureAwait(false);
        groups.Value.Groups.ForEach(SeenNames.Add);
    }

    private static async Task LearnTracesAsync(IXRayClient client, CancellationToken cancellationToken)
    {
        DateTimeOffset now = XRayCmdlet.Clock.GetUtcNow();
        GetTraceSummariesRequest latest = new() { StartTime = now.AddHours(-6), EndTime = now };
        Reply<GetTraceSummariesResponse> traces =
            await client.SendAsync(Operations.GetTraceSummaries, latest, cancellationToken).ConfigureAwait(false);
        traces.Value.TraceSummaries.ForEach(SeenNames.Add);
    }
}
