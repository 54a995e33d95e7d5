using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Filters.Syntax;

namespace XRayPS.Core.Filters.Completion;

/// <summary>What fits an expectation.</summary>
internal sealed class Candidates(FilterNames names)
{
    internal IEnumerable<FilterCandidate> For(Expectation expectation) => expectation.Kind switch
    {
        ExpectationKind.Condition => Vocabulary.In(expectation.Scope).SelectMany(Condition),
        ExpectationKind.Operator => Plain("compare", OperatorText.For(expectation.Keyword!.Kind)),
        ExpectationKind.Literal => Literal(expectation.Keyword!),
        ExpectationKind.Connective => Plain("connect two conditions", ["AND", "OR"]),
        ExpectationKind.Node => [.. Quoted("a service", names.Services), new FilterCandidate("id(", "name, type or account of services")],
        ExpectationKind.IdMember => Plain("what the services have in common", ["name: ", "type: ", "account.id: "]),
        ExpectationKind.Text => Quoted("a value", expectation.Sign switch
        {
            "name" => names.Services,
            "type" => names.ServiceTypes,
            _ => [],
        }),
        ExpectationKind.JsonArray => Plain("a partial root cause", ["#["]),
        ExpectationKind.Selector => Plain("what to select", ["service(", "edge("]),
        _ => [],
    };

    private static IEnumerable<FilterCandidate> Plain(string description, IEnumerable<string> texts) =>
        texts.Select(text => new FilterCandidate(text, description));

    private static IEnumerable<FilterCandidate> Quoted(string description, IEnumerable<string> texts) =>
        Plain(description, texts.Order(StringComparer.OrdinalIgnoreCase).Select(FilterPrinter.Quote));

    private IEnumerable<FilterCandidate> Condition(Keyword keyword) => keyword.Kind switch
    {
        KeywordKind.Selector => [new FilterCandidate(keyword.Name + "(", keyword.Summary)],
        KeywordKind.RootCause => [new FilterCandidate(keyword.Name + " { ", keyword.Summary)],
        KeywordKind.Annotation => names.AnnotationKeys
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(key => new KeywordUse(keyword, key, default))
            .Select(use => new FilterCandidate(FilterPrinter.Print(use), keyword.Summary))
            .Append(new FilterCandidate(keyword.Name + ".", keyword.Summary)),
        _ => [new FilterCandidate(keyword.Name, keyword.Summary)],
    };

    private IEnumerable<FilterCandidate> Literal(Keyword keyword) => keyword.Kind switch
    {
        KeywordKind.Boolean or KeywordKind.Annotation => Plain("a boolean", ["true", "false"]),
        KeywordKind.Group when keyword.Name != Vocabulary.GroupArn => Quoted("a group", names.Groups),
        KeywordKind.Text => keyword.Name switch
        {
            "name" => Quoted("a service", names.Services),
            "type" => Quoted("a type of services", names.ServiceTypes),
            "user" => Quoted("a user", names.Users),
            "http.method" => Quoted("a method", ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]),
            _ => [],
        },
        _ => [],
    };
}
