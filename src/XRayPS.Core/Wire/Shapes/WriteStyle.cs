namespace XRayPS.Core.Wire;

/// <summary>How records are written.</summary>
public enum WriteStyle
{
    /// <summary>A request: members without value are left out.</summary>
    Request,

    /// <summary>
    /// An answer of the service: keys in alphabetical order, members without value as null, as the real service writes
    /// them (observed).
    /// </summary>
    Answer,
}
