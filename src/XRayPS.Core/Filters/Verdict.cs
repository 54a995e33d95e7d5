namespace XRayPS.Core.Filters;

/// <summary>Whether a trace satisfies a filter.</summary>
public enum Verdict
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It does.</summary>
    Yes,

    /// <summary>The answer needs the documents of the trace, or a group that nobody can look up.</summary>
    Unknown,
}
