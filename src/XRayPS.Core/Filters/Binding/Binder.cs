using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Filters.Syntax;

namespace XRayPS.Core.Filters.Binding;

/// <summary>Checks that words stand where they mean something and are compared as their kind allows.</summary>
internal sealed class Binder(string text)
{
    /// <summary>The first rule that the tree breaks, or null.</summary>
    internal FilterError? Check(FilterNode node, FilterScope scope) => node switch
    {
        OrNode or => CheckAll(or.Terms, scope),
        AndNode and => CheckAll(and.Terms, scope),
        NotNode not => Check(not.Operand, scope),
        ExistenceNode existence => CheckScope(existence.Keyword, scope),
        ComparisonNode comparison => CheckScope(comparison.Keyword, scope) ?? CheckOperator(comparison),
        ServiceNode service => CheckSelector(service.KeywordSpan, scope) ?? CheckBody(service.Body, FilterScope.Service),
        EdgeNode edge => CheckSelector(edge.KeywordSpan, scope) ?? CheckBody(edge.Body, FilterScope.Edge),
        RootCauseNode cause => CheckScope(cause.Keyword, scope) ?? Check(cause.Body, cause.Keyword.Keyword.Body),
        RootCauseJsonNode json => CheckScope(json.Keyword, scope),
        _ => null,
    };

    private FilterError? CheckAll(IReadOnlyList<FilterNode> terms, FilterScope scope)
    {
        foreach (FilterNode term in terms)
        {
            if (Check(term, scope) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private FilterError? CheckBody(FilterNode? body, FilterScope scope) => body is null ? null : Check(body, scope);

    private FilterError? CheckSelector(TextSpan word, FilterScope scope) => scope == FilterScope.Trace
        ? null
        : ErrorFactory.AtWord(text, word, "service() and edge() cannot stand inside braces", FilterEvidence.Emulated);

    private FilterError? CheckScope(KeywordUse use, FilterScope scope)
    {
        if (use.Keyword.IsIn(scope))
        {
            return null;
        }

        string[] others = [.. Vocabulary.In(scope).Select(static keyword => keyword.Name)];
        string problem = $"'{use.Keyword.Name}' has no meaning {Place(scope)}";
        return ErrorFactory.AtWord(text, use.Span, problem, FilterEvidence.Emulated, $"one of {string.Join(", ", others)}");
    }

    private FilterError? CheckOperator(ComparisonNode comparison)
    {
        KeywordKind kind = comparison.Keyword.Keyword.Kind;
        if (OperatorText.IsFor(kind, comparison.Operator))
        {
            return null;
        }

        string name = comparison.Keyword.Keyword.Name;
        string problem = $"'{OperatorText.Of(comparison.Operator)}' does not compare {name}, which is {KindText(kind)}";
        string expected = string.Join(", ", OperatorText.For(kind));
        return ErrorFactory.AtWord(text, comparison.OperatorSpan, problem, FilterEvidence.Emulated, expected);
    }

    private static string KindText(KeywordKind kind) => kind switch
    {
        KeywordKind.Boolean => "true or false",
        KeywordKind.Number => "a number",
        KeywordKind.Group => "a group",
        _ => "a text",
    };

    private static string Place(FilterScope scope) => scope switch
    {
        FilterScope.Trace => "outside of braces",
        FilterScope.Service => "inside service() { }",
        FilterScope.Edge => "inside edge() { }",
        _ => "inside this rootcause { }",
    };
}
