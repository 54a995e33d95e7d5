namespace XRayPS.Core.Model;

/// <summary>A request or response of an operation that answers in pages.</summary>
public interface ITokenCarrier
{
    /// <summary>In a request the page to start at, in a response the page behind; null for the first, or behind the last.</summary>
    string? NextToken { get; set; }
}
