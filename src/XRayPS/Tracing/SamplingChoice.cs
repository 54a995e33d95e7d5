namespace XRayPS;

/// <summary>Which traced blocks are recorded.</summary>
public enum SamplingChoice
{
    /// <summary>All: a script is no web server.</summary>
    Always,

    /// <summary>The first in each second and one in twenty of the others: the rule that X-Ray's SDKs fall back to.</summary>
    Local,

    /// <summary>By the sampling rules of the service, matched by name.</summary>
    Service,

    /// <summary>None; the decision is passed on to what is called.</summary>
    Never,
}
