using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Syntax;

/// <summary>Makes errors: places and symbols as the service gives them, and words for people.</summary>
internal static class ErrorFactory
{
    private static readonly Expectation[] AnyCondition =
        [new(ExpectationKind.Condition) { Scope = FilterScope.Trace | FilterScope.Service | FilterScope.Edge | FilterScope.AnyCause }];

    /// <summary>A token that nothing fits, the end of the expression included.</summary>
    internal static FilterError AtToken(
        string text,
        Token token,
        IReadOnlyList<Expectation> expected,
        string? problem = null,
        FilterEvidence evidence = FilterEvidence.Observed)
    {
        if (token.Kind == TokenKind.End)
        {
            // The service names the whole expression where something should still come.
            return Make(text, new TextSpan(text.Length, 0), text, problem ?? "the expression ends too early", evidence, expected, null);
        }

        string symbol = text.Substring(token.Start, token.Length);
        if (token.Kind != TokenKind.Invalid)
        {
            string unfit = problem ?? $"'{symbol}' does not fit here";
            return Make(text, token.Span, symbol, unfit, evidence, problem is null ? expected : [], null);
        }

        TextSpan word = Spelling.WordAt(text, token.Start, token.Length);
        string written = text.Substring(word.Start, word.Length);

        // The beginning of the word may be a word itself: then the whole one was meant to be a keyword.
        IReadOnlyList<Expectation> meant = word.Start < token.Start ? AnyCondition : expected;
        string? suggestion = token.Problem is null ? Spelling.Nearest(written, meant) : null;
        string says = token.Problem ?? $"'{written}' is not a word of the filter language";
        FilterEvidence known = Spelling.IsDoubtful(written) ? FilterEvidence.Emulated : token.Evidence;
        return Make(text, word, symbol, says, known, token.Problem is null ? expected : [], suggestion, token.Start);
    }

    /// <summary>A closing sign that is missing at the end.</summary>
    internal static FilterError Missing(string text, string sign)
    {
        TextSpan end = new(text.Length, 0);
        string message = $"missing '{sign}' at end of expression";
        return Make(text, end, null, message, FilterEvidence.Observed, [], $"'{sign}' at the end", service: message);
    }

    /// <summary>A word that may not be used so.</summary>
    internal static FilterError AtWord(
        string text, TextSpan span, string problem, FilterEvidence evidence, string expected = "", string? suggestion = null)
    {
        string symbol = text.Substring(span.Start, span.Length);
        return Make(text, span, symbol, problem, evidence, [], suggestion, words: expected);
    }

    private static FilterError Make(
        string text,
        TextSpan span,
        string? symbol,
        string problem,
        FilterEvidence evidence,
        IReadOnlyList<Expectation> expected,
        string? suggestion,
        int? start = null,
        string? service = null,
        string? words = null)
    {
        (int line, int position) = PlaceOf(text, start ?? span.Start);
        string what = service ?? $"Invalid input symbol: '{Display(symbol!)}'";
        return new FilterError(text)
        {
            ServiceMessage = $"Error Location: line {line}, position {position} : {what}",
            Line = line,
            Position = PlaceOf(text, span.Start).Position,
            Symbol = symbol,
            Span = span,
            Problem = problem,
            Evidence = evidence,
            Expected = words ?? Words(expected),
            Suggestion = suggestion,
        };
    }

    private static string Words(IReadOnlyList<Expectation> expected)
    {
        string[] names = [.. expected.Select(static each => each.ToString()).Distinct()];
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }

    private static (int Line, int Position) PlaceOf(string text, int index)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, index);
        return (before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    /// <summary>Line breaks would tear the message apart.</summary>
    private static string Display(string symbol) =>
        symbol.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
