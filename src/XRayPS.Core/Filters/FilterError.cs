using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters;

/// <summary>Why an expression was refused: the service's own words, and words for people.</summary>
public sealed class FilterError
{
    internal FilterError(string expression) => Expression = expression;

    /// <summary>The whole expression.</summary>
    public string Expression { get; }

    /// <summary>What the service answers, character by character where that was observed.</summary>
    public required string ServiceMessage { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column in the line, from 1; behind the last character at the end of the expression.</summary>
    public required int Position { get; init; }

    /// <summary>What the service names as the invalid symbol; null where it says that something is missing.</summary>
    public string? Symbol { get; init; }

    /// <summary>The word that people should look at. It is empty at the end of the expression.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What is wrong, in a sentence without position and without a full stop.</summary>
    public required string Problem { get; init; }

    /// <summary>What could stand there, in words; empty where that says nothing.</summary>
    public string Expected { get; init; } = "";

    /// <summary>The nearest thing that could stand there; null without a near one.</summary>
    public string? Suggestion { get; init; }

    /// <summary>How well it is known that the service refuses this.</summary>
    public FilterEvidence Evidence { get; init; }

    /// <summary>
    /// Whether AWS documents the refusal, or it was observed. Otherwise the real service may accept the expression.
    /// </summary>
    public bool IsCertain => Evidence is FilterEvidence.Documented or FilterEvidence.Observed;

    /// <summary>Position, problem, what was expected and the suggestion, in one line.</summary>
    public string Message
    {
        get
        {
            string place = Expression.Contains('\n') ? $"Line {Line}, column {Position}" : $"Column {Position}";
            string expected = Expected.Length == 0 ? "" : $"; expected {Expected}";
            string suggestion = Suggestion is null ? "" : $"; did you mean {Suggestion}?";
            return $"{place}: {Problem}{expected}{suggestion}";
        }
    }

    /// <summary>The message, the line of the expression and <c>~~~</c> under the word.</summary>
    public string Render()
    {
        int start = Expression.LastIndexOf('\n', Math.Max(Span.Start - 1, 0), Math.Max(Span.Start, 0)) + 1;
        int end = Expression.IndexOf('\n', Span.Start);
        end = end < 0 ? Expression.Length : end;
        string line = Expression[start..end].TrimEnd('\r').Replace('\t', ' ');
        int length = Math.Max(1, Math.Min(Span.Length, end - Span.Start));
        return $"{Message}\n  {line}\n  {new string(' ', Span.Start - start)}{new string('~', length)}";
    }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
