namespace XRayPS;

/// <summary>Whether an anomaly goes on.</summary>
public enum InsightState
{
    /// <summary>It goes on.</summary>
    ACTIVE,

    /// <summary>It has ended.</summary>
    CLOSED,
}
