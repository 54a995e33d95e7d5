namespace XRayPS.Core.Filters.Syntax;

/// <summary>Kinds of tokens.</summary>
internal enum TokenKind
{
    End,
    Invalid,
    Keyword,
    And,
    Or,
    Not,
    Operator,
    True,
    False,
    Id,
    AccountId,
    Text,
    Number,
    JsonArray,
    LeftParenthesis,
    RightParenthesis,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
}
