using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace XRayPS.Console.LineEditor;

/// <summary>Answers the editor's questions by the engine's own parser and completion.</summary>
/// <param name="runspace">The runspace, idle while one types.</param>
internal sealed class Language(Runspace runspace)
{
    /// <summary>The answers.</summary>
    public EditorServices Services => new() { IsIncomplete = IsIncomplete, Complete = Complete, Colors = Colors };

    /// <summary>Whether the parser waits for more. A text that ends in an empty line is taken as it is.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(e => e.IncompleteInput) && !text.EndsWith("\n\n", StringComparison.Ordinal);
    }

    /// <summary>The colours of PowerShell's own editor, by token.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string?>? Colors(string text)
    {
        if (PSStyle.Instance.OutputRendering == OutputRendering.PlainText)
        {
            return null;
        }

        Parser.ParseInput(text, out Token[] tokens, out _);
        string?[] colors = new string?[text.Length];
        foreach (Token token in tokens)
        {
            string? color = ColorOf(token);
            if (color is not null)
            {
                int end = Math.Min(token.Extent.EndOffset, text.Length);
                Array.Fill(colors, color, token.Extent.StartOffset, Math.Max(0, end - token.Extent.StartOffset));
            }
        }

        return colors;
    }

    /// <summary>A line in those colours.</summary>
    /// <param name="line">The line.</param>
    public static string Colorize(string line) =>
        string.Concat(Layout.Create("", line, line.Length, int.MaxValue, Colors(line)).Rows);

    /// <summary>What could stand at the cursor.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The cursor.</param>
    public CandidateSet Complete(string text, int cursor)
    {
        Func<CandidateSet>[] inTurn =
        [
            () => MemberCompletion.Complete(text, cursor, runspace),
            () => PropertyNameCompletion.Complete(text, cursor, runspace),
            () => CompleteByEngine(text, cursor),
            () => PathCompletion.Complete(text, cursor, runspace),
        ];
        return inTurn.Select(Try).FirstOrDefault(set => set.Candidates.Count > 0, CandidateSet.None);
    }

    private static CandidateSet Try(Func<CandidateSet> completion)
    {
        try
        {
            return completion();
        }
        catch (Exception e) when (e is RuntimeException or InvalidOperationException or NullReferenceException)
        {
            // Some of the engine's completions need commands that do not come with it.
            return CandidateSet.None;
        }
    }

    private CandidateSet CompleteByEngine(string text, int cursor)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        CommandCompletion found = CommandCompletion.CompleteInput(text, cursor, null, shell);
        List<Candidate> candidates = [];
        foreach (CompletionResult match in found.CompletionMatches)
        {
            string hint = match.ToolTip.ReplaceLineEndings(" ").Trim();
            candidates.Add(new Candidate(match.CompletionText, match.ListItemText.ReplaceLineEndings(" "), hint));
        }

        return new CandidateSet(found.ReplacementIndex, found.ReplacementLength, candidates);
    }

    private static string? ColorOf(Token token)
    {
        if (token.TokenFlags.HasFlag(TokenFlags.CommandName))
        {
            return "\u001b[93m";
        }

        if (token.TokenFlags.HasFlag(TokenFlags.Keyword))
        {
            return "\u001b[92m";
        }

        return token switch
        {
            VariableToken => "\u001b[92m",
            StringToken { Kind: not TokenKind.Generic } => "\u001b[36m",
            NumberToken => "\u001b[97m",
            ParameterToken => "\u001b[90m",
            { Kind: TokenKind.Comment } => "\u001b[32m",
            _ => null,
        };
    }
}
