namespace XRayPS.Help.Pages;

/// <summary>How a parameter takes part in one parameter set.</summary>
/// <param name="Name">The set's name, or <c>(All)</c>.</param>
/// <param name="Position">The position, or <c>Named</c>.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="ValueFromPipeline">Whether it takes the object on the pipeline.</param>
/// <param name="ValueFromPipelineByPropertyName">Whether it takes a property of the object on the pipeline.</param>
/// <param name="ValueFromRemainingArguments">Whether it takes what is left of the command line.</param>
public sealed record SetFacts(
    string Name,
    string Position,
    bool IsRequired,
    bool ValueFromPipeline,
    bool ValueFromPipelineByPropertyName,
    bool ValueFromRemainingArguments)
{
    /// <summary>The name that stands for all sets.</summary>
    public const string All = "(All)";
}

/// <summary>What the code says about a parameter; the block of YAML in its section.</summary>
public sealed record ParameterFacts
{
    /// <summary>The full name of the type.</summary>
    public required string Type { get; init; }

    /// <summary>The default in words; the one member that a person writes. Empty for none.</summary>
    public string DefaultValue { get; init; } = "";

    /// <summary>Whether wildcards work.</summary>
    public bool SupportsWildcards { get; init; }

    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The sets that have the parameter.</summary>
    public required IReadOnlyList<SetFacts> ParameterSets { get; init; }

    /// <summary>Whether completion and syntax leave it out.</summary>
    public bool DontShow { get; init; }

    /// <summary>The values that are taken, where there is a list.</summary>
    public IReadOnlyList<string> AcceptedValues { get; init; } = [];

    /// <summary>The text for <c>!?</c> at the prompt for a mandatory parameter.</summary>
    public string HelpMessage { get; init; } = "";
}
