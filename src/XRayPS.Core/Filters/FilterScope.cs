namespace XRayPS.Core.Filters;

/// <summary>Where in an expression a keyword stands, and so what it speaks of.</summary>
[Flags]
public enum FilterScope
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>Outside of braces: the trace.</summary>
    Trace = 1,

    /// <summary>Inside <c>service(){}</c>: a segment of the service.</summary>
    Service = 2,

    /// <summary>Inside <c>edge(){}</c>: a call, as the caller recorded it.</summary>
    Edge = 4,

    /// <summary>Inside <c>rootcause...service{}</c>: a service on the path of a root cause.</summary>
    CauseService = 8,

    /// <summary>Inside <c>rootcause.fault.entity{}</c> or <c>rootcause.error.entity{}</c>.</summary>
    CauseEntity = 16,

    /// <summary>Inside <c>rootcause.responsetime.entity{}</c>.</summary>
    TimeEntity = 32,

    /// <summary>Inside <c>rootcause...exception{}</c>.</summary>
    CauseException = 64,

    /// <summary>The body of any root cause.</summary>
    AnyCause = CauseService | CauseEntity | TimeEntity | CauseException,
}
