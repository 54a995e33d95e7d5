using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>Finds words letter by letter, as the service does: the longest that fits wins.</summary>
internal sealed class Words
{
    private readonly Dictionary<char, Words> _next = [];
    private Token? _word;

    private Words()
    {
    }

    private static Words All { get; } = Build();

    /// <summary>
    /// Reads a word. Where none fits, <paramref name="read"/> tells how many characters were read until none could:
    /// the character that decided it included, unless the text ended.
    /// </summary>
    internal static Token? Match(string text, int start, int end, out int read)
    {
        Words node = All;
        Token? longest = null;
        int i = start;
        while (i < end && node._next.TryGetValue(char.ToLowerInvariant(text[i]), out Words? next))
        {
            node = next;
            i++;
            longest = node._word is { } word ? word with { Start = start, Length = i - start } : longest;
        }

        read = Math.Min(i + 1, end) - start;
        return longest;
    }

    private static Words Build()
    {
        Words root = new();
        foreach (Keyword keyword in Vocabulary.Keywords)
        {
            Token token = new(TokenKind.Keyword, 0, 0) { Keyword = keyword };
            if (keyword.Kind == KeywordKind.Annotation)
            {
                root.Add(keyword.Name + ".", token);
                root.Add(keyword.Name + "[", token);
            }
            else
            {
                root.Add(keyword.Name, token);
            }
        }

        root.Add("and", new Token(TokenKind.And, 0, 0));
        root.Add("or", new Token(TokenKind.Or, 0, 0));
        root.Add("true", new Token(TokenKind.True, 0, 0));
        root.Add("false", new Token(TokenKind.False, 0, 0));
        root.Add("id", new Token(TokenKind.Id, 0, 0));
        root.Add("account.id", new Token(TokenKind.AccountId, 0, 0));
        for (FilterOperator word = FilterOperator.Contains; word <= FilterOperator.EndsWith; word++)
        {
            root.Add(OperatorText.Of(word).ToLowerInvariant(), new Token(TokenKind.Operator, 0, 0) { Operator = word });
        }

        return root;
    }

    private void Add(string word, Token token)
    {
        Words node = this;
        foreach (char c in word)
        {
            if (!node._next.TryGetValue(c, out Words? next))
            {
                node._next.Add(c, next = new Words());
            }

            node = next;
        }

        node._word = token;
    }
}
