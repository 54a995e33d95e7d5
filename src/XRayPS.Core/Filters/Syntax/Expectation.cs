namespace XRayPS.Core.Filters.Syntax;

/// <summary>What may stand at a place of an expression.</summary>
internal enum ExpectationKind
{
    Condition,
    Operator,
    Literal,
    Connective,
    Node,
    IdMember,
    Text,
    JsonArray,
    Body,
    Selector,
    Sign,
    End,
}

/// <summary>One thing that may stand at a place, with what is needed to name it and to complete it.</summary>
internal readonly record struct Expectation(ExpectationKind Kind)
{
    /// <summary>The scope, of conditions.</summary>
    internal FilterScope Scope { get; init; }

    /// <summary>The keyword that is compared, of operators and literals; the selector, of nodes.</summary>
    internal Keyword? Keyword { get; init; }

    /// <summary>The operator, of literals.</summary>
    internal Ast.FilterOperator Operator { get; init; }

    /// <summary>The sign, or the member of <c>id(...)</c>.</summary>
    internal string? Sign { get; init; }

    /// <summary>How people are told of it.</summary>
    public override string ToString() => Kind switch
    {
        ExpectationKind.Condition => Scope == FilterScope.Trace
            ? "a condition such as fault or responsetime > 1"
            : "a condition such as " + string.Join(", ", Vocabulary.In(Scope).Take(3)),
        ExpectationKind.Operator => "an operator",
        ExpectationKind.Literal => Keyword?.Kind switch
        {
            KeywordKind.Number => "a number",
            KeywordKind.Boolean => "true or false",
            KeywordKind.Annotation => "a text in double quotes, a number, true or false",
            _ => "a text in double quotes",
        },
        ExpectationKind.Connective => "AND, OR",
        ExpectationKind.Node => "a name in double quotes or id(...)",
        ExpectationKind.IdMember => "name:, type: or account.id:",
        ExpectationKind.Text => "a text in double quotes",
        ExpectationKind.JsonArray => "#[...]",
        ExpectationKind.Body => "'{'",
        ExpectationKind.Selector => "service(...) or edge(...)",
        ExpectationKind.End => "the end",
        _ => $"'{Sign}'",
    };
}
