namespace XRayPS;

/// <summary>What about a service graph ends a deployment.</summary>
public enum GraphCondition
{
    /// <summary>A node that was not there before.</summary>
    NewNode,

    /// <summary>A node that is gone.</summary>
    VanishedNode,

    /// <summary>A call between two nodes that was not there before.</summary>
    NewEdge,

    /// <summary>A call between two nodes that is gone.</summary>
    VanishedEdge,

    /// <summary>More faults (5xx), beyond chance and by the increase that is allowed.</summary>
    FaultRate,

    /// <summary>More failures of any kind (errors, throttles, faults), beyond chance and by the increase that is allowed.</summary>
    FailureRate,

    /// <summary>A median or 95th percentile that grew beyond chance and by the share that is allowed.</summary>
    Latency,
}
