namespace XRayPS.Core.Filters;

/// <summary>An expression was refused.</summary>
/// <param name="error">Why.</param>
public sealed class FilterException(FilterError error) : Exception(error.Message)
{
    /// <summary>Why.</summary>
    public FilterError Error { get; } = error;
}
