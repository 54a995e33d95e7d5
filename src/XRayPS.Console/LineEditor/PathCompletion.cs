using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace XRayPS.Console.LineEditor;

/// <summary>
/// Files and folders for the word at the cursor. The engine's own completion lists them with a command that does not
/// come with the engine.
/// </summary>
internal static class PathCompletion
{
    private const string NeedsQuotes = " '`$()[]{};,&|<>@#\"";

    /// <summary>The paths that could stand at the cursor.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="runspace">The runspace, whose folder counts.</param>
    public static CandidateSet Complete(string text, int cursor, Runspace runspace)
    {
        Parser.ParseInput(text[..cursor], out Token[] tokens, out _);
        Token? last = tokens.LastOrDefault(t => t.Extent.EndOffset == cursor && t.Kind != TokenKind.EndOfInput);
        int start = last?.Extent.StartOffset ?? cursor;
        bool standsAlone = start == 0 || char.IsWhiteSpace(text[start - 1]);
        if ((last is not null && !IsWord(last)) || !standsAlone)
        {
            return CandidateSet.None;
        }

        string word = text[start..cursor].Trim('\'', '"');
        int slash = word.LastIndexOfAny(['/', '\\']) + 1;
        return new CandidateSet(start, cursor - start, [.. Entries(word[..slash], word[slash..], runspace)]);
    }

    private static bool IsWord(Token token) =>
        token is StringToken || token.Kind is TokenKind.Dot or TokenKind.DotDot or TokenKind.Divide
            or TokenKind.Generic or TokenKind.Identifier;

    private static IEnumerable<Candidate> Entries(string folder, string name, Runspace runspace)
    {
        string root = runspace.SessionStateProxy.Path.CurrentFileSystemLocation.ProviderPath;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        bool isAtHome = folder.StartsWith("~/", StringComparison.Ordinal);
        string path = isAtHome ? home + folder[1..] : Path.Combine(root, folder);
        try
        {
            return [.. new DirectoryInfo(path)
                .EnumerateFileSystemInfos()
                .Where(e => e.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                .Where(e => name.StartsWith('.') || !e.Name.StartsWith('.'))
                .OrderBy(e => e.Name, StringComparer.OrdinalIgnoreCase)
                .Select(e => Describe(folder, e))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private static Candidate Describe(string folder, FileSystemInfo entry)
    {
        bool isFolder = entry is DirectoryInfo;
        string path = folder + entry.Name + (isFolder ? "/" : "");
        string text = path.AsSpan().ContainsAny(NeedsQuotes) ? "'" + path.Replace("'", "''") + "'" : path;
        return new Candidate(text, entry.Name + (isFolder ? "/" : ""), entry.FullName);
    }
}
