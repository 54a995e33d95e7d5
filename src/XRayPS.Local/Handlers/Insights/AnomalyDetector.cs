using XRayPS.Core.Graph;

namespace XRayPS.Local.Handlers.Insights;

/// <summary>An anomaly in the fault rates of a group.</summary>
/// <param name="FirstMinute">The first anomalous minute.</param>
/// <param name="LastMinute">The last anomalous minute.</param>
/// <param name="Nodes">The anomalous services, by name.</param>
/// <param name="RootCause">The anomalous service that lies farthest downstream.</param>
internal sealed record Anomaly(long FirstMinute, long LastMinute, IReadOnlyList<NodeKey> Nodes, NodeKey RootCause);

/// <summary>
/// A simple detector in place of AWS's unpublished one. A minute of a service is anomalous when at least five requests
/// fail and the fault rate is above what the half hour before would make likely: three standard deviations above that rate,
/// and at least ten percentage points. Anomalous minutes of any services of the group with at most five quiet minutes in
/// between are one insight. Nothing is told that is not in the counts.
/// </summary>
internal static class AnomalyDetector
{
    /// <summary>Quiet minutes that end an insight.</summary>
    internal const int QuietMinutes = 5;

    /// <summary>Minutes that tell what is usual.</summary>
    internal const int BaselineMinutes = 30;

    private const int LeastFaults = 5;
    private const double LeastRise = 0.1;
    private const double Deviations = 3;

    internal static IReadOnlyList<Anomaly> Find(MinuteLoad load, long first, long last)
    {
        SortedDictionary<long, List<NodeKey>> minutes = [];
        foreach (NodeKey node in load.Nodes)
        {
            HashSet<long> odd = [];
            for (long minute = first; minute <= last; minute++)
            {
                if (IsAnomalous(load, node, minute, odd))
                {
                    odd.Add(minute);
                    minutes.TryAdd(minute, []);
                    minutes[minute].Add(node);
                }
            }
        }

        List<Anomaly> anomalies = [];
        List<long> run = [];
        foreach (long minute in minutes.Keys)
        {
            if (run.Count > 0 && minute - run[^1] > QuietMinutes)
            {
                anomalies.Add(Sum(load, minutes, run));
                run = [];
            }

            run.Add(minute);
        }

        if (run.Count > 0)
        {
            anomalies.Add(Sum(load, minutes, run));
        }

        return anomalies;
    }

    private static bool IsAnomalous(MinuteLoad load, NodeKey node, long minute, HashSet<long> odd)
    {
        (long faults, long total) = load.At(node, minute);
        if (faults < LeastFaults)
        {
            return false;
        }

        // Anomalous minutes do not become usual by going on.
        long usualFaults = 0;
        long usualTotal = 0;
        for (long before = minute - BaselineMinutes; before < minute; before++)
        {
            if (!odd.Contains(before))
            {
                (long more, long all) = load.At(node, before);
                usualFaults += more;
                usualTotal += all;
            }
        }

        double usual = usualTotal == 0 ? 0 : (double)usualFaults / usualTotal;
        double bound = usual + Math.Max(LeastRise, Deviations * Math.Sqrt(usual * (1 - usual) / total));
        return (double)faults / total > bound;
    }

    private static Anomaly Sum(MinuteLoad load, SortedDictionary<long, List<NodeKey>> minutes, List<long> run)
    {
        List<NodeKey> nodes = [.. run.SelectMany(minute => minutes[minute]).Distinct().Order()];
        HashSet<NodeKey> odd = [.. nodes];

        // Of services that call each other the called one is nearer to the cause; of several the one with most faults.
        NodeKey cause = nodes
            .OrderBy(node => load.Calls.TryGetValue(node, out HashSet<NodeKey>? callees) && callees.Any(callee => callee != node && odd.Contains(callee)))
            .ThenByDescending(node => load.Sum(node, run[0], run[^1]).Faults)
            .ThenBy(node => node)
            .First();
        return new Anomaly(run[0], run[^1], nodes, cause);
    }
}
