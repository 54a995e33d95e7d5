using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Session;

namespace XRayPS.Filters;

/// <summary>Learns names from the local service that the session is connected to.</summary>
internal static class LocalNames
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <summary>Looks at the latest traces; takes at most a second, and nothing for a session that is connected elsewhere.</summary>
    internal static void Learn()
    {
        if (XRaySession.Current is not { IsLocalService: true } session)
        {
            return;
        }

        using CancellationTokenSource stop = new(Patience);
        CancellationToken token = stop.Token;
        Task.Run(() => LearnAsync(session, token), CancellationToken.None).Wait(Patience);
    }

    private static async Task LearnAsync(SessionConnection session, CancellationToken cancellationToken)
    {
        using ClientLease lease = ClientCache.Shared.Rent(session.Settings);
        DateTimeOffset now = XRayCmdlet.Clock.GetUtcNow();
        GetTraceSummariesRequest latest = new() { StartTime = now.AddHours(-6), EndTime = now };
        Reply<GetTraceSummariesResponse> traces =
            await lease.Client.SendAsync(Operations.GetTraceSummaries, latest, cancellationToken).ConfigureAwait(false);
        traces.Value.TraceSummaries.ForEach(SeenNames.Add);
        Reply<GetGroupsResponse> groups =
            await lease.Client.SendAsync(Operations.GetGroups, new GetGroupsRequest(), cancellationToken).ConfigureAwait(false);
        groups.Value.Groups.ForEach(SeenNames.Add);
    }
}
