namespace XRayPS.Paging;

/// <summary>A response with the tokens around it.</summary>
/// <param name="Response">The response.</param>
/// <param name="Start">The service's token that asked for it; null for the first page.</param>
/// <param name="Next">The service's token of the page behind it; null on the last.</param>
internal sealed record Page<TResponse>(TResponse Response, string? Start, string? Next);
