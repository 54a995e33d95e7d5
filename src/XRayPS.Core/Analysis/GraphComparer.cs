namespace XRayPS.Core.Analysis;

/// <summary>Compares two service graphs by the names and types of their nodes and edges.</summary>
public static class GraphComparer
{
    /// <summary>A median or 95th percentile that grew by less than this share is about the same.</summary>
    public const double LeastShare = 0.1;

    /// <summary>A median or 95th percentile that grew by fewer seconds than this is about the same.</summary>
    public const double LeastSeconds = 0.005;

    /// <summary>Nodes, then edges; what is worse first, then what is new or gone.</summary>
    /// <param name="reference">The nodes of the first graph.</param>
    /// <param name="difference">The nodes of the second graph.</param>
    public static IReadOnlyList<ServiceGraphComparison> Compare(
        IReadOnlyCollection<Service> reference, IReadOnlyCollection<Service> difference) =>
    [
        .. Pair("Node", Nodes(reference), Nodes(difference)),
        .. Pair("Edge", Edges(reference), Edges(difference)),
    ];

    private static IEnumerable<ServiceGraphComparison> Pair(
        string kind, Dictionary<string, Load> before, Dictionary<string, Load> after) => before.Keys
        .Union(after.Keys, StringComparer.Ordinal)
        .Select(name => Compare(kind, name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
        .OrderBy(comparison => Rank(comparison.Change))
        .ThenByDescending(comparison => comparison.DifferenceCount ?? comparison.ReferenceCount)
        .ThenBy(comparison => comparison.Name, StringComparer.Ordinal);

    private static int Rank(GraphChange change) => change switch
    {
        GraphChange.Worse => 0,
        GraphChange.Added => 1,
        GraphChange.Removed => 2,
        GraphChange.Better => 3,
        _ => 4,
    };

    private static ServiceGraphComparison Compare(string kind, string name, Load? before, Load? after)
    {
        ServiceGraphComparison comparison = new()
        {
            Kind = kind,
            Name = name,
            Change = before is null ? GraphChange.Added : after is null ? GraphChange.Removed : GraphChange.Same,
            ReferenceCount = before?.Count,
            DifferenceCount = after?.Count,
            ReferenceFailureRate = before?.FailureRate,
            DifferenceFailureRate = after?.FailureRate,
            ReferenceFaultRate = before?.FaultRate,
            DifferenceFaultRate = after?.FaultRate,
            ReferenceP50 = before?.Quantile(0.5),
            DifferenceP50 = after?.Quantile(0.5),
            ReferenceP95 = before?.Quantile(0.95),
            DifferenceP95 = after?.Quantile(0.95),
        };
        comparison.FailureRateDelta = Minus(comparison.DifferenceFailureRate, comparison.ReferenceFailureRate);
        comparison.FaultRateDelta = Minus(comparison.DifferenceFaultRate, comparison.ReferenceFaultRate);
        comparison.P50Delta = Minus(comparison.DifferenceP50, comparison.ReferenceP50);
        comparison.P95Delta = Minus(comparison.DifferenceP95, comparison.ReferenceP95);
        if (before is null || after is null)
        {
            comparison.IsSignificant = (before ?? after)!.Count >= Significance.LeastSample;
            return comparison;
        }

        bool failuresDiffer = Significance.SharesDiffer(before.Failures, before.Count, after.Failures, after.Count);
        int failures = failuresDiffer ? Math.Sign(comparison.FailureRateDelta ?? 0) : 0;
        int times = TimeShift(before, after);
        comparison.HasMoreFailures = failures > 0;
        comparison.IsSlower = times > 0;
        comparison.HasMoreFaults = comparison.FaultRateDelta > 0
            && Significance.SharesDiffer(before.Faults, before.Count, after.Faults, after.Count);
        comparison.Change = failures > 0 || times > 0 ? GraphChange.Worse
            : failures < 0 || times < 0 ? GraphChange.Better
            : GraphChange.Same;
        comparison.IsSignificant = comparison.Change != GraphChange.Same;
        return comparison;
    }

    /// <summary>1 when a quantile grew beyond chance and beyond what anybody would mind, -1 when one fell and none grew.</summary>
    private static int TimeShift(Load before, Load after)
    {
        int shift = 0;
        foreach (double q in new[] { 0.5, 0.95 })
        {
            if (before.Times.Count == 0 || after.Times.Count == 0 || !Significance.QuantilesDiffer(before.Times, after.Times, q))
            {
                continue;
            }

            double first = before.Times.Quantile(q);
            double second = after.Times.Quantile(q);
            if (Math.Abs(second - first) >= Math.Max(LeastSeconds, LeastShare * first))
            {
                shift = second > first ? 1 : shift == 0 ? -1 : shift;
            }
        }

        return shift;
    }

    private static double? Minus(double? left, double? right) => left - right is { } value ? Math.Round(value, 6) : null;

    private static Dictionary<string, Load> Nodes(IEnumerable<Service> services) => services
        .Where(service => service.SummaryStatistics is not null)
        .GroupBy(service => service.ToString(), StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => Load.Of(group.Select(service => (
                service.SummaryStatistics!.TotalCount,
                service.SummaryStatistics.OkCount,
                service.SummaryStatistics.FaultStatistics?.TotalCount,
                (IEnumerable<HistogramEntry>?)service.ResponseTimeHistogram))),
            StringComparer.Ordinal);

    private static Dictionary<string, Load> Edges(IReadOnlyCollection<Service> services)
    {
        Dictionary<int, Service> byId = [];
        foreach (Service service in services.Where(service => service.ReferenceId is not null))
        {
            byId.TryAdd(service.ReferenceId!.Value, service);
        }

        return services
            .SelectMany(service => service.Edges.Select(edge => (Name: $"{service} -> {TargetOf(edge, byId)}", Edge: edge)))
            .Where(pair => pair.Edge.SummaryStatistics is not null)
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => Load.Of(group.Select(pair => (
                    pair.Edge.SummaryStatistics!.TotalCount,
                    pair.Edge.SummaryStatistics.OkCount,
                    pair.Edge.SummaryStatistics.FaultStatistics?.TotalCount,
                    (IEnumerable<HistogramEntry>?)pair.Edge.ResponseTimeHistogram))),
                StringComparer.Ordinal);
    }

    private static string TargetOf(Edge edge, Dictionary<int, Service> byId) =>
        edge.ReferenceId is { } id && byId.TryGetValue(id, out Service? target)
            ? target.ToString()
            : edge.TargetName ?? $"#{edge.ReferenceId}";

    /// <summary>What a node or an edge had to do.</summary>
    private sealed class Load
    {
        internal long Count { get; private set; }

        internal long Failures { get; private set; }

        internal long Faults { get; private set; }

        internal QuantileSketch Times { get; } = new();

        internal double FailureRate => Count == 0 ? 0 : Math.Round((double)Failures / Count, 6);

        internal double FaultRate => Count == 0 ? 0 : Math.Round((double)Faults / Count, 6);

        internal static Load Of(IEnumerable<(long? Total, long? Ok, long? Faults, IEnumerable<HistogramEntry>? Times)> parts)
        {
            Load load = new();
            foreach ((long? total, long? ok, long? faults, IEnumerable<HistogramEntry>? times) in parts)
            {
                load.Count += total ?? 0;
                load.Failures += (total ?? 0) - (ok ?? 0);
                load.Faults += faults ?? 0;
                foreach (HistogramEntry entry in times ?? [])
                {
                    load.Times.Add(entry.Value ?? double.NaN, entry.Count ?? 0);
                }
            }

            return load;
        }

        internal double? Quantile(double q) => Times.Count == 0 ? null : Math.Round(Times.Quantile(q), 6);
    }
}
