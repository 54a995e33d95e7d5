namespace XRayPS.Core.Filters.Ast;

/// <summary>Which nodes of the graph are meant. A member that is null narrows nothing.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="AccountId">The account.</param>
/// <param name="IsId">Whether it was written as <c>id(...)</c>.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record NodeSelector(string? Name, string? Type, string? AccountId, bool IsId, TextSpan Span);
