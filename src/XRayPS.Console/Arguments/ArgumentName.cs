namespace XRayPS.Console.Arguments;

/// <summary>A named argument and how short it may be written.</summary>
/// <param name="Name">The whole name, without dash, in lower case.</param>
/// <param name="Shortest">The shortest prefix that is taken for it.</param>
/// <param name="Aliases">Other words for it, which must be written out.</param>
internal sealed record ArgumentName(string Name, string Shortest, params string[] Aliases)
{
    /// <summary>Those of pwsh with pwsh's shortest forms, and the local service's.</summary>
    public static IReadOnlyList<ArgumentName> All { get; } =
    [
        new("command", "c"),
        new("file", "f"),
        new("encodedcommand", "e", "ec"),
        new("noexit", "noe"),
        new("noninteractive", "noni"),
        new("nologo", "nol"),
        new("noprofile", "nop"),
        new("interactive", "i"),
        new("executionpolicy", "ex", "ep"),
        new("workingdirectory", "wo", "wd"),
        new("help", "h", "?"),
        new("version", "v"),
        new("local", "l"),
        new("demo", "d"),
        new("path", "pa"),
        new("port", "po"),
        new("daemonport", "da"),
        new("requestlimit", "r"),
    ];

    /// <summary>The argument that a word on the command line names, or null.</summary>
    /// <param name="word">The word without its dashes.</param>
    public static ArgumentName? Find(string word)
    {
        string lower = word.ToLowerInvariant();
        foreach (ArgumentName candidate in All)
        {
            bool isPrefix = candidate.Name.StartsWith(lower, StringComparison.Ordinal)
                && lower.StartsWith(candidate.Shortest, StringComparison.Ordinal);
            if (isPrefix || candidate.Aliases.Contains(lower))
            {
                return candidate;
            }
        }

        return null;
    }
}
