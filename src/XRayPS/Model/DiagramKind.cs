namespace XRayPS;

/// <summary>What a diagram shows.</summary>
public enum DiagramKind
{
    /// <summary>Services and the calls between them.</summary>
    Map,

    /// <summary>The calls of one trace in the order of time.</summary>
    Sequence,
}
