using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Finds texts without which no trace can satisfy a filter, so that a search can pass over most traces quickly.</summary>
internal static class RequiredTexts
{
    internal static IEnumerable<string> Of(FilterNode? node) => node switch
    {
        AndNode and => and.Terms.SelectMany(Of),
        ExistenceNode { Keyword.Key: { } key } => [key],
        ComparisonNode { Keyword.Keyword.Kind: KeywordKind.Annotation } comparison => [comparison.Keyword.Key!, .. Literal(comparison)],
        ComparisonNode { Keyword.Keyword.Kind: KeywordKind.Text } comparison => Literal(comparison),
        ServiceNode { Selector: { } selector } => Names(selector),
        EdgeNode edge => Names(edge.Source).Concat(Names(edge.Destination)),
        _ => [],
    };

    private static IEnumerable<string> Literal(ComparisonNode comparison)
    {
        // "true" in quotes stands for the boolean as well.
        bool flag = Literals.Flag(comparison.Literal) is not null;
        return comparison is { Operator: not FilterOperator.NotEqual, Literal: TextLiteral { Value.Length: > 0 } text } && !flag
            ? [text.Value]
            : [];
    }

    private static IEnumerable<string> Names(NodeSelector selector) =>
        new[] { selector.Name, selector.Type }.Where(static text => text is { Length: > 0 })!;
}
