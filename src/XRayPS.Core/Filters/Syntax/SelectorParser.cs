using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>The rules of <c>service(...)</c>, <c>edge(...)</c> and <c>id(...)</c>.</summary>
internal sealed class SelectorParser(Parser parser)
{
    internal FilterNode? ParseService(bool nodeNeeded, bool bodyAllowed)
    {
        Token word = parser.Take();
        if (!parser.Require(TokenKind.LeftParenthesis, "(", out _))
        {
            return null;
        }

        NodeSelector? selector = null;
        if (nodeNeeded || !parser.Accept(TokenKind.RightParenthesis, ")"))
        {
            selector = ParseNode(word);
            if (selector is null || !parser.Require(TokenKind.RightParenthesis, ")", out _))
            {
                return null;
            }
        }

        return ParseBody(word, bodyAllowed, out FilterNode? body)
            ? new ServiceNode(selector, body, word.Span, TextSpan.Between(word.Start, parser.PreviousEnd))
            : null;
    }

    internal FilterNode? ParseEdge(bool bodyAllowed)
    {
        Token word = parser.Take();
        if (!parser.Require(TokenKind.LeftParenthesis, "(", out _) || ParseNode(word) is not { } source)
        {
            return null;
        }

        if (!parser.Accept(TokenKind.Comma, ","))
        {
            return parser.Fail("an edge has two ends", FilterEvidence.Emulated);
        }

        if (ParseNode(word) is not { } destination || !parser.Require(TokenKind.RightParenthesis, ")", out _))
        {
            return null;
        }

        return ParseBody(word, bodyAllowed, out FilterNode? body)
            ? new EdgeNode(source, destination, body, word.Span, TextSpan.Between(word.Start, parser.PreviousEnd))
            : null;
    }

    private bool ParseBody(Token word, bool allowed, out FilterNode? body)
    {
        body = null;
        if (!allowed)
        {
            return true;
        }

        parser.Look(new Expectation(ExpectationKind.Body) { Keyword = word.Keyword });
        if (parser.Current.Kind != TokenKind.LeftBrace)
        {
            return true;
        }

        body = parser.ParseBody(word.Keyword!.Body);
        return body is not null;
    }

    private NodeSelector? ParseNode(Token selector)
    {
        parser.Look(new Expectation(ExpectationKind.Node) { Keyword = selector.Keyword });
        if (parser.Current.Kind == TokenKind.Text)
        {
            Token name = parser.Take();
            return new NodeSelector(name.Value, null, null, IsId: false, name.Span);
        }

        if (parser.Current.Kind != TokenKind.Id)
        {
            parser.Fail();
            return null;
        }

        Token id = parser.Take();
        return parser.Require(TokenKind.LeftParenthesis, "(", out _) ? ParseId(id) : null;
    }

    private NodeSelector? ParseId(Token id)
    {
        NodeSelector selector = new(null, null, null, IsId: true, id.Span);
        do
        {
            if (!ParseMember(ref selector))
            {
                return null;
            }
        }
        while (parser.Accept(TokenKind.Comma, ","));

        return parser.Require(TokenKind.RightParenthesis, ")", out Token close)
            ? selector with { Span = TextSpan.Between(id.Start, close.End) }
            : null;
    }

    private bool ParseMember(ref NodeSelector selector)
    {
        parser.Look(new Expectation(ExpectationKind.IdMember));
        string? member = parser.Current switch
        {
            { Keyword.Name: "name" or "type" } named => named.Keyword.Name,
            { Kind: TokenKind.AccountId } => "account.id",
            _ => null,
        };
        if (member is null)
        {
            parser.Fail();
            return false;
        }

        bool repeated = member switch
        {
            "name" => selector.Name is not null,
            "type" => selector.Type is not null,
            _ => selector.AccountId is not null,
        };
        if (repeated)
        {
            parser.Fail($"{member} is given twice", FilterEvidence.Emulated);
            return false;
        }

        parser.Take();
        if (!parser.Require(TokenKind.Colon, ":", out _))
        {
            return false;
        }

        parser.Look(new Expectation(ExpectationKind.Text) { Sign = member });
        if (parser.Current.Kind != TokenKind.Text)
        {
            parser.Fail();
            return false;
        }

        string value = parser.Take().Value!;
        selector = member switch
        {
            "name" => selector with { Name = value },
            "type" => selector with { Type = value },
            _ => selector with { AccountId = value },
        };
        return true;
    }
}
