using System.Globalization;
using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>Reads tokens one by one. What cannot be read becomes an invalid token; nothing throws.</summary>
internal sealed class Tokenizer(string text, int end)
{
    private int _at;

    /// <summary>The next token; at the end of the text always <see cref="TokenKind.End"/>.</summary>
    internal Token Next()
    {
        while (_at < end && text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }

        if (_at >= end)
        {
            return new Token(TokenKind.End, end, 0);
        }

        Token token = Read();
        _at = token.End;
        return token;
    }

    private Token Read() => text[_at] switch
    {
        '(' => Sign(TokenKind.LeftParenthesis),
        ')' => Sign(TokenKind.RightParenthesis),
        '{' => Sign(TokenKind.LeftBrace),
        '}' => Sign(TokenKind.RightBrace),
        ',' => Sign(TokenKind.Comma),
        ':' => Sign(TokenKind.Colon),
        '=' => Comparison(FilterOperator.Equal, 1),
        '!' when Follows('=') => Comparison(FilterOperator.NotEqual, 2),
        '!' => Sign(TokenKind.Not),
        '<' when Follows('=') => Comparison(FilterOperator.LessOrEqual, 2),
        '<' => Comparison(FilterOperator.Less, 1),
        '>' when Follows('=') => Comparison(FilterOperator.GreaterOrEqual, 2),
        '>' => Comparison(FilterOperator.Greater, 1),
        '"' => TextReader.Read(text, _at, end),
        '#' => JsonArrayReader.Read(text, _at, end),
        '+' or '-' when _at + 1 < end && char.IsAsciiDigit(text[_at + 1]) => Number(),
        >= '0' and <= '9' => Number(),
        _ => Word(),
    };

    private bool Follows(char c) => _at + 1 < end && text[_at + 1] == c;

    private Token Sign(TokenKind kind) => new(kind, _at, 1);

    private Token Comparison(FilterOperator sign, int length) =>
        new(TokenKind.Operator, _at, length) { Operator = sign };

    private Token Number()
    {
        int i = Digits(_at + 1);
        if (i + 1 < end && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            i = Digits(i + 1);
        }

        if (i < end && text[i] is 'e' or 'E')
        {
            int sign = i + 1 < end && text[i + 1] is '+' or '-' ? 1 : 0;
            int exponent = Digits(i + 1 + sign);
            i = exponent > i + 1 + sign ? exponent : i;
        }

        double value = double.Parse(text.AsSpan(_at, i - _at), NumberStyles.Float, CultureInfo.InvariantCulture);
        return new Token(TokenKind.Number, _at, i - _at) { Number = value };
    }

    private int Digits(int from)
    {
        while (from < end && char.IsAsciiDigit(text[from]))
        {
            from++;
        }

        return from;
    }

    private Token Word()
    {
        Token? word = Words.Match(text, _at, end, out int read);
        if (word is not { } found)
        {
            read += char.IsHighSurrogate(text[_at + read - 1]) && _at + read < end ? 1 : 0;
            return new Token(TokenKind.Invalid, _at, read);
        }

        return found.Keyword?.Kind == KeywordKind.Annotation ? Annotation(found) : found;
    }

    private Token Annotation(Token opening)
    {
        bool bracketed = text[opening.End - 1] == '[';
        int i = opening.End;
        while (i < end && (bracketed ? text[i] is not (']' or '[' or '\n') : char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_'))
        {
            i++;
        }

        string key = text[opening.End..i].Trim();
        if (key.Length == 0 || (bracketed && (i == end || text[i] != ']')))
        {
            int stop = Math.Min(i + 1, end);
            return new Token(TokenKind.Invalid, _at, stop - _at)
            {
                Problem = bracketed ? "an annotation in brackets needs a key and ']'" : "an annotation needs a key",
            };
        }

        return opening with { Length = i + (bracketed ? 1 : 0) - _at, Value = key };
    }
}
