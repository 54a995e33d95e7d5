using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>A token. What its kind does not need stays at its default.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>The row of the vocabulary, of keywords.</summary>
    internal Keyword? Keyword { get; init; }

    /// <summary>The value of texts, the key of annotations, the array of JSON.</summary>
    internal string? Value { get; init; }

    internal double Number { get; init; }

    internal FilterOperator Operator { get; init; }

    /// <summary>Why the token is invalid, where that is not that no word begins so.</summary>
    internal string? Problem { get; init; }

    internal FilterEvidence Evidence { get; init; } = FilterEvidence.Observed;

    internal TextSpan Span => new(Start, Length);

    internal int End => Start + Length;
}
