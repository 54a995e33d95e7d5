using System.Collections;
using System.Collections.Concurrent;
using XRayPS.Core.Ports;
using XRayPS.Session;

namespace XRayPS.Completion;

/// <summary>
/// Completes from what the session is connected to. A completer is asked at every Tab, so it takes at most a second,
/// and anything but a local service is asked once in half a minute.
/// </summary>
public abstract class LiveCompleter : ValueCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private static readonly ConcurrentDictionary<Type, Seen> Known = new();

    private protected LiveCompleter()
    {
    }

    private protected sealed override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound)
    {
        // A line that names another target is not about what the session is connected to.
        if (XRaySession.Current is not { } session
            || bound.Contains("EndpointUrl") || bound.Contains("Region") || bound.Contains("ProfileName"))
        {
            return [];
        }

        Seen? seen = Known.TryGetValue(GetType(), out Seen? last) && last.Session == session ? last : null;
        if (seen is not null && !session.IsLocalService && TimeProvider.System.GetElapsedTime(seen.At) < Freshness)
        {
            return seen.Values;
        }

        Task<IReadOnlyList<KeyValuePair<string, string>>> asked = Task.Run(() => ReadAsync(session));
        try
        {
            if (asked.Wait(Patience))
            {
                seen = new Seen(session, TimeProvider.System.GetTimestamp(), asked.Result);
                Known[GetType()] = seen;
            }
        }
        catch (AggregateException)
        {
            // What was seen before is offered all the same.
        }

        return seen?.Values ?? [];
    }

    /// <summary>Asks for the values, with a tip for each.</summary>
    /// <param name="client">The session's client.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private protected abstract Task<IEnumerable<KeyValuePair<string, string>>> AskAsync(
        IXRayClient client, CancellationToken cancellationToken);

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(SessionConnection session)
    {
        using CancellationTokenSource stop = new(Patience);
        using ClientLease lease = ClientCache.Shared.Rent(session.Settings);
        IEnumerable<KeyValuePair<string, string>> values =
            await AskAsync(lease.Client, stop.Token).ConfigureAwait(false);
        return [.. values.Where(static value => value.Key.Length > 0)];
    }

    private sealed record Seen(
        SessionConnection Session, long At, IReadOnlyList<KeyValuePair<string, string>> Values);
}
