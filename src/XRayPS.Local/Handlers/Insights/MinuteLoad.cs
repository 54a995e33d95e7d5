using XRayPS.Core.Graph;

namespace XRayPS.Local.Handlers.Insights;

/// <summary>Requests and faults by service and minute of receipt, and who calls whom.</summary>
internal sealed class MinuteLoad
{
    private readonly Dictionary<(NodeKey Node, long Minute), (long Faults, long Total)> _counts = [];

    /// <summary>For each service the services that it calls.</summary>
    internal Dictionary<NodeKey, HashSet<NodeKey>> Calls { get; } = [];

    /// <summary>The services at which requests enter.</summary>
    internal HashSet<NodeKey> Entries { get; } = [];

    /// <summary>The services with requests.</summary>
    internal IEnumerable<NodeKey> Nodes => _counts.Keys.Select(key => key.Node).Distinct().Order();

    /// <summary>The number of the minute that an instant lies in.</summary>
    internal static long MinuteOf(DateTimeOffset instant) => (long)Math.Floor(instant.ToUnixTimeMilliseconds() / 60_000.0);

    internal void Add(TraceObservations observations, Func<DateTimeOffset, DateTimeOffset> received)
    {
        foreach (NodeObservation observation in observations.Nodes)
        {
            if (observation.Status is { } status)
            {
                (NodeKey, long) key = (Plain(observation.Node), MinuteOf(received(observation.ReceivedAt)));
                (long faults, long total) = _counts.GetValueOrDefault(key);
                _counts[key] = (faults + (status == TraceStatus.Fault ? 1 : 0), total + 1);
            }
        }

        foreach (EdgeObservation edge in observations.Edges)
        {
            if (edge.IsClient)
            {
                Entries.Add(Plain(edge.Target));
            }
            else
            {
                if (!Calls.TryGetValue(Plain(edge.Source), out HashSet<NodeKey>? callees))
                {
                    Calls[Plain(edge.Source)] = callees = [];
                }

                callees.Add(Plain(edge.Target));
            }
        }
    }

    internal (long Faults, long Total) At(NodeKey node, long minute) => _counts.GetValueOrDefault((node, minute));

    /// <summary>The sum over minutes, both ends included.</summary>
    internal (long Faults, long Total) Sum(NodeKey node, long first, long last)
    {
        long faults = 0;
        long total = 0;
        for (long minute = first; minute <= last; minute++)
        {
            (long more, long all) = At(node, minute);
            faults += more;
            total += all;
        }

        return (faults, total);
    }

    private static NodeKey Plain(NodeKey node) => node with { Region = null };
}
