namespace XRayPS.Core.Filters.Ast;

/// <summary>A keyword in an expression.</summary>
/// <param name="Keyword">The row of the vocabulary.</param>
/// <param name="Key">The key of an annotation; otherwise null.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record KeywordUse(Keyword Keyword, string? Key, TextSpan Span);
