using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace XRayPS.Completion;

/// <summary>Completes from a list of values. It never throws: a completer that does so beeps at people.</summary>
public abstract class ValueCompleter : IArgumentCompleter
{
    private protected ValueCompleter()
    {
    }

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
            string word = (wordToComplete ?? "").Trim('\'', '"');
            WildcardPattern pattern = WildcardPattern.Get(
                word.Contains('*', StringComparison.Ordinal) ? word : WildcardPattern.Escape(word) + "*",
                WildcardOptions.IgnoreCase);
            return [.. Values(fakeBoundParameters)
                .Where(value => pattern.IsMatch(value.Key))
                .Select(static value => new CompletionResult(
                    Quote(value.Key), value.Key, CompletionResultType.ParameterValue, value.Value))];
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>The values with a tip for each.</summary>
    /// <param name="bound">The other parameters, as far as they are known.</param>
    private protected abstract IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound);

    private static string Quote(string value) =>
        value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/')
            ? value
            : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
