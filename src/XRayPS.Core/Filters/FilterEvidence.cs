namespace XRayPS.Core.Filters;

/// <summary>How well a rule of the language is known.</summary>
public enum FilterEvidence
{
    /// <summary>AWS documents it.</summary>
    Documented,

    /// <summary>Seen in answers of the real service.</summary>
    Observed,

    /// <summary>Other implementations behave so; the real service was not seen.</summary>
    Emulated,

    /// <summary>Concluded from other rules.</summary>
    Derived,

    /// <summary>Unknown: a decision of this implementation.</summary>
    Unknown,
}
