namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Kinds of root causes.</summary>
public enum CauseKind
{
    /// <summary>Where faults came from.</summary>
    Fault,

    /// <summary>Where errors came from.</summary>
    Error,

    /// <summary>Where the time went.</summary>
    ResponseTime,
}
