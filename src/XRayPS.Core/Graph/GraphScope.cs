namespace XRayPS.Core.Graph;

/// <summary>Which of the two graphs is made.</summary>
public enum GraphScope
{
    /// <summary>GetTraceGraph: without times, services told apart by region too.</summary>
    Trace,

    /// <summary>GetServiceGraph: with the start times of the traces that touched a service.</summary>
    Service,
}
