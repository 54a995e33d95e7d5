using XRayPS.Core.Filters.Syntax;

namespace XRayPS.Core.Filters.Completion;

/// <summary>
/// Completes expressions. It reads the text before the cursor with the parser that reads whole expressions, and asks what
/// that looked for where the text ended.
/// </summary>
public static class FilterCompleter
{
    /// <summary>What fits at the cursor.</summary>
    /// <param name="text">The expression, complete or not.</param>
    /// <param name="cursor">Index of the cursor.</param>
    /// <param name="names">Names to offer.</param>
    public static FilterCompletions Complete(string text, int cursor, FilterNames names)
    {
        int start = WordStart(text, Math.Clamp(cursor, 0, text.Length));
        string word = text[start..Math.Clamp(cursor, 0, text.Length)];
        Parser parser = new(text, start);
        _ = parser.ParseFilter();
        if (parser.Current.Kind != TokenKind.End)
        {
            return new FilterCompletions(start, []);
        }

        Candidates candidates = new(names);
        FilterCandidate[] fitting =
        [
            .. parser.Expected
                .SelectMany(candidates.For)
                .Where(each => each.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && each.Text != word)
                .DistinctBy(static each => each.Text),
        ];
        return new FilterCompletions(start, fitting);
    }

    /// <summary>Where the word before the cursor begins; a text in quotes is one word as long as it is open.</summary>
    private static int WordStart(string text, int cursor)
    {
        Tokenizer tokenizer = new(text, cursor);
        Token token;
        do
        {
            token = tokenizer.Next();
            if (token.Kind == TokenKind.Invalid && text[token.Start] == '"' && token.End == cursor)
            {
                return token.Start;
            }
        }
        while (token.Kind != TokenKind.End);

        int start = cursor;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '.' or '[' or '<' or '>' or '!' or '='))
        {
            start--;
        }

        // A sign before a word is no part of it: !fault, x=true.
        while (start < cursor && text[start] is '!' or '=' or '<' or '>' && cursor - start > 1 && char.IsLetterOrDigit(text[cursor - 1]))
        {
            start++;
        }

        return text.AsSpan(start, cursor - start).TrimEnd("!").IsEmpty ? cursor : start;
    }
}
