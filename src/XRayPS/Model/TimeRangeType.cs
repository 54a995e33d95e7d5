namespace XRayPS;

/// <summary>Which time of a trace must lie in the window.</summary>
public enum TimeRangeType
{
    /// <summary>The start of the trace.</summary>
    TraceId,

    /// <summary>The last update of the trace.</summary>
    Event,

    /// <summary>The end of a segment.</summary>
    Service,
}
