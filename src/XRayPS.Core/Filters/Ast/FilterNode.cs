namespace XRayPS.Core.Filters.Ast;

/// <summary>A node of a parsed filter expression.</summary>
/// <param name="Span">Where it stands in the text.</param>
public abstract record FilterNode(TextSpan Span);

/// <summary>Some of the terms hold.</summary>
/// <param name="Terms">Two or more.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record OrNode(IReadOnlyList<FilterNode> Terms, TextSpan Span) : FilterNode(Span);

/// <summary>All terms hold.</summary>
/// <param name="Terms">Two or more.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record AndNode(IReadOnlyList<FilterNode> Terms, TextSpan Span) : FilterNode(Span);

/// <summary>The operand does not hold.</summary>
/// <param name="Operand">The operand.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record NotNode(FilterNode Operand, TextSpan Span) : FilterNode(Span);

/// <summary>A keyword alone: a boolean that is true, or a value that is there.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record ExistenceNode(KeywordUse Keyword, TextSpan Span) : FilterNode(Span);

/// <summary>A keyword compared with a literal.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Operator">The operator.</param>
/// <param name="OperatorSpan">Where the operator stands.</param>
/// <param name="Literal">The literal.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record ComparisonNode(
    KeywordUse Keyword, FilterOperator Operator, TextSpan OperatorSpan, FilterLiteral Literal, TextSpan Span) : FilterNode(Span);

/// <summary>The trace passed through a service, and some segment of it satisfies the body.</summary>
/// <param name="Selector">Which services; null for any.</param>
/// <param name="Body">The condition on the segment; null without braces.</param>
/// <param name="KeywordSpan">Where the word <c>service</c> stands.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record ServiceNode(
    NodeSelector? Selector, FilterNode? Body, TextSpan KeywordSpan, TextSpan Span) : FilterNode(Span);

/// <summary>One service called another, and some call satisfies the body.</summary>
/// <param name="Source">The calling services.</param>
/// <param name="Destination">The called services.</param>
/// <param name="Body">The condition on the call; null without braces.</param>
/// <param name="KeywordSpan">Where the word <c>edge</c> stands.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record EdgeNode(
    NodeSelector Source, NodeSelector Destination, FilterNode? Body, TextSpan KeywordSpan, TextSpan Span) : FilterNode(Span);

/// <summary>Some element of a root cause satisfies the body.</summary>
/// <param name="Keyword">Which causes and elements.</param>
/// <param name="Body">The condition on one element.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record RootCauseNode(KeywordUse Keyword, FilterNode Body, TextSpan Span) : FilterNode(Span);

/// <summary>Some root cause has the shape of a partial JSON document.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Json">The array behind the <c>#</c>, as written.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record RootCauseJsonNode(KeywordUse Keyword, string Json, TextSpan Span) : FilterNode(Span);
