namespace XRayPS.Console.LineEditor;

/// <summary>What the editor asks of the language; each may be left out.</summary>
internal sealed record EditorServices
{
    /// <summary>Whether a text needs more lines before it can run.</summary>
    public Func<string, bool> IsIncomplete { get; init; } = _ => false;

    /// <summary>How a text can be completed at a cursor.</summary>
    public Func<string, int, CandidateSet> Complete { get; init; } = (_, _) => CandidateSet.None;

    /// <summary>The colour of each character as an ANSI sequence, or null for no colours.</summary>
    public Func<string, IReadOnlyList<string?>?> Colors { get; init; } = _ => null;

    /// <summary>What is shown in the place of the text, such as stars for a secret; as long as the text.</summary>
    public Func<string, string> Show { get; init; } = text => text;
}
