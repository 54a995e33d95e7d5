using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace XRayPS.Console.LineEditor;

/// <summary>
/// The names of properties where a filter takes one as a word: <c>Where-Object HasFault</c>. What comes in is told
/// from the output that the command before declares.
/// </summary>
internal static class PropertyNameCompletion
{
    private static readonly string[] Filters = ["where-object", "where", "?", "foreach-object", "foreach", "%"];

    /// <summary>The properties that could stand at the cursor.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="runspace">The runspace, idle.</param>
    public static CandidateSet Complete(string text, int cursor, Runspace runspace)
    {
        int start = cursor;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        // A word that is not there yet is no argument: one letter makes it one.
        string prefix = text[start..cursor];
        string whole = string.Concat(text.AsSpan(0, start), prefix.Length == 0 ? "X" : prefix, text.AsSpan(cursor));
        Ast script = Parser.ParseInput(whole, out _, out _);
        if (script.Find(a => TakesNameAt(a, start), searchNestedScriptBlocks: true) is not CommandAst filter
            || new TypeGuess(runspace).OfInput(filter) is not { } type)
        {
            return CandidateSet.None;
        }

        IEnumerable<Candidate> found = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .Select(p => new Candidate(p.Name, p.Name, $"[{p.PropertyType.Name}]"));
        return new CandidateSet(start, cursor - start, [.. found]);
    }

    private static bool TakesNameAt(Ast ast, int start) =>
        ast is CommandAst command
        && Filters.Contains(command.GetCommandName()?.ToLowerInvariant())
        && command.CommandElements.Count >= 2
        && command.CommandElements[1] is StringConstantExpressionAst word
        && word.StringConstantType == StringConstantType.BareWord
        && word.Extent.StartOffset == start;
}
