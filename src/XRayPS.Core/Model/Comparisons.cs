using System.Globalization;

namespace XRayPS;

/// <summary>How a step differs between two traces.</summary>
public enum StepChange
{
    /// <summary>The step took about as long.</summary>
    Same,

    /// <summary>The step is only in the second trace.</summary>
    Added,

    /// <summary>The step is only in the first trace.</summary>
    Removed,

    /// <summary>The step took longer.</summary>
    Slower,

    /// <summary>The step took less time.</summary>
    Faster,

    /// <summary>The step failed in the second trace only.</summary>
    Failed,

    /// <summary>The step failed in the first trace only.</summary>
    Recovered,
}

/// <summary>A step of two traces, aligned by its place in the tree.</summary>
public sealed class TraceStepComparison
{
    /// <summary>What became of the step.</summary>
    public StepChange Change { get; set; }

    /// <summary>Names from the root to the step, joined by <c> / </c>.</summary>
    public string Path { get; set; } = "";

    /// <summary>The service that recorded the step.</summary>
    public string? Service { get; set; }

    /// <summary>The step's name.</summary>
    public string? Name { get; set; }

    /// <summary>Number of callers above.</summary>
    public int Depth { get; set; }

    /// <summary>Seconds in the first trace; null when the step is not there or not complete.</summary>
    public double? ReferenceDuration { get; set; }

    /// <summary>Seconds in the second trace; null when the step is not there or not complete.</summary>
    public double? DifferenceDuration { get; set; }

    /// <summary>Seconds that the second trace took longer; negative when faster.</summary>
    public double? Delta { get; set; }

    /// <summary>Seconds of its own work that the second trace took longer, without that of steps inside.</summary>
    public double? SelfDelta { get; set; }

    /// <summary>The outcome in the first trace; null when the step is not there.</summary>
    public TraceStatus? ReferenceStatus { get; set; }

    /// <summary>The outcome in the second trace; null when the step is not there.</summary>
    public TraceStatus? DifferenceStatus { get; set; }

    /// <summary>The id in the first trace.</summary>
    public string? ReferenceId { get; set; }

    /// <summary>The id in the second trace.</summary>
    public string? DifferenceId { get; set; }

    /// <summary>Change, path and difference.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Change}: {Path}{(Delta is null ? "" : $" {Delta:+0.######;-0.######;0} s")}");
}

/// <summary>How a group of traces differs between two sets.</summary>
public sealed class TraceSetComparison
{
    /// <summary>The group; null for all traces together.</summary>
    public string? Group { get; set; }

    /// <summary>A sentence: what changed most, and whether the samples are large enough to say so.</summary>
    public string Statement { get; set; } = "";

    /// <summary>Whether some difference is larger than chance would make it in 19 of 20 cases.</summary>
    public bool IsSignificant { get; set; }

    /// <summary>Whether one of the sets has too few traces of this group to tell.</summary>
    public bool IsTooSmall { get; set; }

    /// <summary>Number of traces in the first set.</summary>
    public long ReferenceCount { get; set; }

    /// <summary>Number of traces in the second set.</summary>
    public long DifferenceCount { get; set; }

    /// <summary>Seconds that the median grew by.</summary>
    public double? P50Delta { get; set; }

    /// <summary>Seconds that the 90th percentile grew by.</summary>
    public double? P90Delta { get; set; }

    /// <summary>Seconds that the 99th percentile grew by.</summary>
    public double? P99Delta { get; set; }

    /// <summary>By how much the share of failed traces (errors, throttles and faults) grew, -1 to 1.</summary>
    public double? FailureRateDelta { get; set; }

    /// <summary>The first set; null when the group is not in it.</summary>
    public TraceMeasurement? Reference { get; set; }

    /// <summary>The second set; null when the group is not in it.</summary>
    public TraceMeasurement? Difference { get; set; }

    /// <summary>The statement.</summary>
    public override string ToString() => Statement;
}

/// <summary>What became of a node or an edge of a service graph.</summary>
public enum GraphChange
{
    /// <summary>It fared about the same.</summary>
    Same,

    /// <summary>It is only in the second graph.</summary>
    Added,

    /// <summary>It is only in the first graph.</summary>
    Removed,

    /// <summary>It fails more often, or is slower.</summary>
    Worse,

    /// <summary>It fails less often, or is faster, and not worse in the other respect.</summary>
    Better,
}

/// <summary>A node or an edge of two service graphs.</summary>
public sealed class ServiceGraphComparison
{
    /// <summary>What became of it.</summary>
    public GraphChange Change { get; set; }

    /// <summary><c>Node</c> or <c>Edge</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The node's name with its type, or both ends of the edge.</summary>
    public string Name { get; set; } = "";

    /// <summary>Requests in the first graph.</summary>
    public long? ReferenceCount { get; set; }

    /// <summary>Requests in the second graph.</summary>
    public long? DifferenceCount { get; set; }

    /// <summary>Share of failed requests in the first graph, 0 to 1.</summary>
    public double? ReferenceFailureRate { get; set; }

    /// <summary>Share of failed requests in the second graph, 0 to 1.</summary>
    public double? DifferenceFailureRate { get; set; }

    /// <summary>By how much the share of failed requests grew, -1 to 1.</summary>
    public double? FailureRateDelta { get; set; }

    /// <summary>Share of faults (5xx) in the first graph, 0 to 1.</summary>
    public double? ReferenceFaultRate { get; set; }

    /// <summary>Share of faults (5xx) in the second graph, 0 to 1.</summary>
    public double? DifferenceFaultRate { get; set; }

    /// <summary>By how much the share of faults grew, -1 to 1.</summary>
    public double? FaultRateDelta { get; set; }

    /// <summary>Median response time in the first graph, seconds.</summary>
    public double? ReferenceP50 { get; set; }

    /// <summary>Median response time in the second graph, seconds.</summary>
    public double? DifferenceP50 { get; set; }

    /// <summary>95th percentile of the response time in the first graph, seconds.</summary>
    public double? ReferenceP95 { get; set; }

    /// <summary>95th percentile of the response time in the second graph, seconds.</summary>
    public double? DifferenceP95 { get; set; }

    /// <summary>Seconds that the median grew by.</summary>
    public double? P50Delta { get; set; }

    /// <summary>Seconds that the 95th percentile grew by.</summary>
    public double? P95Delta { get; set; }

    /// <summary>Whether the difference is larger than chance would make it in 19 of 20 cases.</summary>
    public bool IsSignificant { get; set; }

    /// <summary>Whether faults grew beyond chance.</summary>
    public bool HasMoreFaults { get; set; }

    /// <summary>Whether failures of any kind grew beyond chance.</summary>
    public bool HasMoreFailures { get; set; }

    /// <summary>Whether the median or the 95th percentile grew beyond chance and beyond notice.</summary>
    public bool IsSlower { get; set; }

    /// <summary>A sentence on what differs.</summary>
    public string Describe()
    {
        string what = $"{Kind.ToLowerInvariant()} '{Name}'";
        if (Change is GraphChange.Added or GraphChange.Removed)
        {
            return $"{what} is {(Change == GraphChange.Added ? "new" : "gone")}.";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {what} went from {ReferenceFailureRate * 100:0.##}% to {DifferenceFailureRate * 100:0.##}% failures,
            p50 {ReferenceP50:0.###} s to {DifferenceP50:0.###} s, p95 {ReferenceP95:0.###} s to {DifferenceP95:0.###} s.
            """).ReplaceLineEndings(" ");
    }

    /// <summary>Change and name.</summary>
    public override string ToString() => $"{Change}: {Name}";
}
