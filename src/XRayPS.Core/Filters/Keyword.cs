namespace XRayPS.Core.Filters;

/// <summary>A word of the filter language with its meaning: a row of the vocabulary.</summary>
/// <param name="Name">The word in lower case; annotations without their key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Scopes">Where it may stand.</param>
/// <param name="Evidence">How well it is known.</param>
/// <param name="Summary">What it says, in a sentence.</param>
public sealed record Keyword(
    string Name, KeywordKind Kind, FilterScope Scopes, FilterEvidence Evidence, string Summary)
{
    /// <summary>The scope of the body in braces, for words that have one.</summary>
    public FilterScope Body { get; init; }

    /// <summary>Whether the word may stand in a scope.</summary>
    /// <param name="scope">One scope.</param>
    public bool IsIn(FilterScope scope) => (Scopes & scope) != 0;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
