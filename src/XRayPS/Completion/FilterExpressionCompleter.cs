using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using XRayPS.Core.Filters.Completion;
using XRayPS.Filters;

namespace XRayPS.Completion;

/// <summary>
/// Completes filter expressions: keywords, operators, and names that the session has seen. Inside a quoted argument the
/// quotes stay; without them they are put, as an expression mostly has blanks.
/// </summary>
public sealed class FilterExpressionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            QuotedWord word = QuotedWord.Read(wordToComplete ?? "");
            Learn();
            FilterCompletions completions = FilterCompleter.Complete(word.Text, word.Text.Length, SeenNames.Names);
            string before = word.Text[..completions.Start];
            return [.. completions.Candidates.Select(candidate => new CompletionResult(
                word.Quote(before + candidate.Text),
                candidate.Text,
                CompletionResultType.ParameterValue,
                candidate.Description))];
        }
        catch (Exception)
        {
            // A completer never disturbs the prompt.
            return [];
        }
    }

    private static void Learn()
    {
        try
        {
            LiveNames.Learn();
        }
        catch (AggregateException)
        {
            // The names that are known already are offered all the same.
        }
    }
}
