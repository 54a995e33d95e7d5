using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>
/// Builds the tree, one method a rule. A method that gives null has set <see cref="Error"/>. What was looked for
/// at the current token is remembered, for messages and for completion.
/// </summary>
internal sealed class Parser
{
    /// <summary>Deeper expressions are refused, so that no text can exhaust the stack of any pass.</summary>
    internal const int MaxDepth = 200;

    private readonly string _text;
    private readonly Tokenizer _tokenizer;
    private readonly List<Expectation> _expected = [];
    private Token _current;
    private int _depth;

    internal Parser(string text, int end)
    {
        _text = text;
        _tokenizer = new Tokenizer(text, end);
        _current = _tokenizer.Next();
    }

    internal FilterError? Error { get; private set; }

    /// <summary>What was looked for where parsing ended.</summary>
    internal IReadOnlyList<Expectation> Expected => _expected;

    /// <summary>The token that is looked at.</summary>
    internal Token Current => _current;

    /// <summary>Where the token before it ended.</summary>
    internal int PreviousEnd { get; private set; }

    internal FilterNode? ParseFilter()
    {
        FilterNode? node = ParseExpression(FilterScope.Trace);
        return node is not null && ExpectEnd() ? node : null;
    }

    /// <summary>The reduced grammar: a service or an edge, without a body.</summary>
    internal FilterNode? ParseSelector()
    {
        Look(new Expectation(ExpectationKind.Selector));
        FilterNode? node = _current.Keyword switch
        {
            { Name: Vocabulary.Service } => new SelectorParser(this).ParseService(nodeNeeded: true, bodyAllowed: false),
            { Name: Vocabulary.Edge } => new SelectorParser(this).ParseEdge(bodyAllowed: false),
            _ => Fail(),
        };
        return node is not null && ExpectEnd() ? node : null;
    }

    internal FilterNode? ParseBody(FilterScope scope)
    {
        if (!Require(TokenKind.LeftBrace, "{", out _))
        {
            return null;
        }

        FilterNode? body = ParseExpression(scope);
        return body is not null && Require(TokenKind.RightBrace, "}", out _) ? body : null;
    }

    internal void Look(Expectation expectation) => _expected.Add(expectation);

    internal Token Take()
    {
        Token taken = _current;
        PreviousEnd = taken.End;
        _expected.Clear();
        _current = _tokenizer.Next();
        return taken;
    }

    internal bool Accept(TokenKind kind, string sign)
    {
        Look(new Expectation(ExpectationKind.Sign) { Sign = sign });
        if (_current.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    internal bool Require(TokenKind kind, string sign, out Token taken)
    {
        taken = _current;
        if (Accept(kind, sign))
        {
            return true;
        }

        bool closing = kind is TokenKind.RightParenthesis or TokenKind.RightBrace;
        Error ??= closing && _current.Kind == TokenKind.End
            ? ErrorFactory.Missing(_text, sign)
            : ErrorFactory.AtToken(_text, _current, _expected);
        return false;
    }

    /// <summary>Refuses the current token.</summary>
    internal FilterNode? Fail(string? problem = null, FilterEvidence evidence = FilterEvidence.Observed)
    {
        Error ??= ErrorFactory.AtToken(_text, _current, _expected, problem, evidence);
        return null;
    }

    private bool ExpectEnd()
    {
        Look(new Expectation(ExpectationKind.End));
        if (_current.Kind == TokenKind.End)
        {
            return true;
        }

        Fail();
        return false;
    }

    private FilterNode? ParseExpression(FilterScope scope)
    {
        List<FilterNode> terms = [];
        do
        {
            if (ParseAnd(scope) is not { } term)
            {
                return null;
            }

            terms.Add(term);
            Look(new Expectation(ExpectationKind.Connective));
        }
        while (TakeIf(TokenKind.Or));

        return terms.Count == 1 ? terms[0] : new OrNode(terms, TextSpan.Between(terms[0].Span.Start, terms[^1].Span.End));
    }

    private FilterNode? ParseAnd(FilterScope scope)
    {
        List<FilterNode> terms = [];
        do
        {
            if (ParseUnary(scope) is not { } term)
            {
                return null;
            }

            terms.Add(term);
            Look(new Expectation(ExpectationKind.Connective));
        }
        while (TakeIf(TokenKind.And) || _current.Kind is TokenKind.Keyword or TokenKind.Not or TokenKind.LeftParenthesis);

        return terms.Count == 1 ? terms[0] : new AndNode(terms, TextSpan.Between(terms[0].Span.Start, terms[^1].Span.End));
    }

    private bool TakeIf(TokenKind kind)
    {
        if (_current.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    private FilterNode? ParseUnary(FilterScope scope)
    {
        Look(new Expectation(ExpectationKind.Condition) { Scope = scope });
        if (_depth >= MaxDepth)
        {
            return Fail("the expression is nested too deeply", FilterEvidence.Unknown);
        }

        _depth++;
        FilterNode? node = _current.Kind switch
        {
            TokenKind.Not => ParseNot(scope),
            TokenKind.LeftParenthesis => ParseParentheses(scope),
            TokenKind.Keyword => ParsePredicate(),
            _ => Fail(),
        };
        _depth--;
        return node;
    }

    private NotNode? ParseNot(FilterScope scope)
    {
        int start = Take().Start;
        return ParseUnary(scope) is { } operand ? new NotNode(operand, TextSpan.Between(start, operand.Span.End)) : null;
    }

    private FilterNode? ParseParentheses(FilterScope scope)
    {
        int start = Take().Start;
        FilterNode? node = ParseExpression(scope);
        return node is not null && Require(TokenKind.RightParenthesis, ")", out _)
            ? node with { Span = TextSpan.Between(start, PreviousEnd) }
            : null;
    }

    private FilterNode? ParsePredicate() => _current.Keyword! switch
    {
        { Name: Vocabulary.Service } => new SelectorParser(this).ParseService(nodeNeeded: false, bodyAllowed: true),
        { Kind: KeywordKind.Selector } => new SelectorParser(this).ParseEdge(bodyAllowed: true),
        { Kind: KeywordKind.RootCause } => ParseRootCause(),
        { Kind: KeywordKind.RootCauseJson } => ParseRootCauseJson(),
        _ => ParseComparison(),
    };

    private RootCauseNode? ParseRootCause()
    {
        KeywordUse keyword = TakeKeyword();
        return ParseBody(keyword.Keyword.Body) is { } body
            ? new RootCauseNode(keyword, body, TextSpan.Between(keyword.Span.Start, PreviousEnd))
            : null;
    }

    private FilterNode? ParseRootCauseJson()
    {
        KeywordUse keyword = TakeKeyword();
        Look(new Expectation(ExpectationKind.Operator) { Keyword = keyword.Keyword });
        if (_current is not { Kind: TokenKind.Operator, Operator: FilterOperator.Equal })
        {
            return Fail("rootcause.json needs '=' and #[...]", FilterEvidence.Emulated);
        }

        Take();
        Look(new Expectation(ExpectationKind.JsonArray));
        if (_current.Kind != TokenKind.JsonArray)
        {
            return Fail();
        }

        Token json = Take();
        return new RootCauseJsonNode(keyword, json.Value!, TextSpan.Between(keyword.Span.Start, json.End));
    }

    private FilterNode? ParseComparison()
    {
        KeywordUse keyword = TakeKeyword();
        Look(new Expectation(ExpectationKind.Operator) { Keyword = keyword.Keyword });
        if (_current.Kind != TokenKind.Operator)
        {
            return keyword.Keyword.Kind != KeywordKind.Group || _current.Kind == TokenKind.Invalid
                ? new ExistenceNode(keyword, keyword.Span)
                : Fail("a group is compared with its name or ARN", FilterEvidence.Emulated);
        }

        Token sign = Take();
        Look(new Expectation(ExpectationKind.Literal) { Keyword = keyword.Keyword, Operator = sign.Operator });
        FilterLiteral? literal = _current.Kind switch
        {
            TokenKind.Text => new TextLiteral(_current.Value!, _current.Span),
            TokenKind.Number => new NumberLiteral(_current.Number, _current.Span),
            TokenKind.True or TokenKind.False => new BooleanLiteral(_current.Kind == TokenKind.True, _current.Span),
            _ => null,
        };
        if (literal is null)
        {
            return Fail();
        }

        Take();
        TextSpan span = TextSpan.Between(keyword.Span.Start, literal.Span.End);
        return new ComparisonNode(keyword, sign.Operator, sign.Span, literal, span);
    }

    private KeywordUse TakeKeyword()
    {
        Token token = Take();
        return new KeywordUse(token.Keyword!, token.Value, token.Span);
    }
}
