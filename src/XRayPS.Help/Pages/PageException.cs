namespace XRayPS.Help.Pages;

/// <summary>A page that is not built as pages are.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="message">What is wrong.</param>
public sealed class PageException(int line, string message) : Exception(message)
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}
