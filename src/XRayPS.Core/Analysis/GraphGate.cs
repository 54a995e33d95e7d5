namespace XRayPS.Core.Analysis;

/// <summary>Decides whether the differences of two service graphs are more than what was said to be acceptable.</summary>
/// <param name="conditions">What is not acceptable.</param>
public sealed class GraphGate(IEnumerable<GraphCondition> conditions)
{
    private readonly HashSet<GraphCondition> _conditions = [.. conditions];

    /// <summary>The share by which faults may grow, 0 to 1: 0.01 is one request in a hundred.</summary>
    public double FaultRateIncrease { get; init; } = 0.01;

    /// <summary>The share by which failures of any kind may grow, 0 to 1.</summary>
    public double FailureRateIncrease { get; init; } = 0.01;

    /// <summary>The share of its old value by which a quantile may grow: 0.2 is a fifth.</summary>
    public double LatencyIncrease { get; init; } = 0.2;

    /// <summary>Whether some condition is about rates or times, which few requests say nothing about.</summary>
    public bool NeedsSamples =>
        _conditions.Overlaps([GraphCondition.FaultRate, GraphCondition.FailureRate, GraphCondition.Latency]);

    /// <summary>Whether too few requests on either side leave rates and times of a node or edge undecided.</summary>
    /// <param name="comparison">The node or edge.</param>
    public static bool IsUndecided(ServiceGraphComparison comparison) =>
        comparison is { ReferenceCount: { } before, DifferenceCount: { } after }
        && Math.Min(before, after) < Significance.LeastSample && Math.Max(before, after) > 0;

    /// <summary>The conditions that a node or edge breaks.</summary>
    /// <param name="comparison">The node or edge.</param>
    public IEnumerable<GraphCondition> Broken(ServiceGraphComparison comparison)
    {
        bool isNode = comparison.Kind == "Node";
        if (comparison.Change == GraphChange.Added)
        {
            return Only(isNode ? GraphCondition.NewNode : GraphCondition.NewEdge);
        }

        if (comparison.Change == GraphChange.Removed)
        {
            return Only(isNode ? GraphCondition.VanishedNode : GraphCondition.VanishedEdge);
        }

        List<GraphCondition> broken = [];
        bool faults = comparison.HasMoreFaults && comparison.FaultRateDelta > FaultRateIncrease;
        bool failures = comparison.HasMoreFailures && comparison.FailureRateDelta > FailureRateIncrease;
        Add(broken, GraphCondition.FaultRate, faults);
        Add(broken, GraphCondition.FailureRate, failures);
        Add(broken, GraphCondition.Latency, comparison.IsSlower && Growth(comparison) > LatencyIncrease);
        return broken;
    }

    private IEnumerable<GraphCondition> Only(GraphCondition condition) =>
        _conditions.Contains(condition) ? [condition] : [];

    private void Add(List<GraphCondition> broken, GraphCondition condition, bool holds)
    {
        if (holds && _conditions.Contains(condition))
        {
            broken.Add(condition);
        }
    }

    private static double Growth(ServiceGraphComparison comparison) => Math.Max(
        comparison.P50Delta / Math.Max(comparison.ReferenceP50 ?? 0, 1e-6) ?? 0,
        comparison.P95Delta / Math.Max(comparison.ReferenceP95 ?? 0, 1e-6) ?? 0);
}
