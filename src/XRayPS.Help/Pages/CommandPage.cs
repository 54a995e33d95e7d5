namespace XRayPS.Help.Pages;

/// <summary>A way to call a command.</summary>
/// <param name="Name">The parameter set's name.</param>
/// <param name="IsDefault">Whether it is the default set.</param>
/// <param name="Text">The syntax as <c>Get-Command -Syntax</c> prints it.</param>
public sealed record SyntaxText(string Name, bool IsDefault, string Text);

/// <summary>A parameter: its words and its facts.</summary>
/// <param name="Name">The name, without dash.</param>
/// <param name="Words">What it is for, in Markdown.</param>
/// <param name="Facts">What the code says; null on a page that has not been completed.</param>
public sealed record ParameterText(string Name, string Words, ParameterFacts? Facts);

/// <summary>
/// A help page of a command, in the schema of Microsoft.PowerShell.PlatyPS 1.0. See
/// https://learn.microsoft.com/powershell/utility-modules/platyps/step-2-edit-markdown-help.
/// </summary>
public sealed class CommandPage
{
    /// <summary>The heading of the section that every command has; it is no parameter.</summary>
    public const string CommonParameters = "CommonParameters";

    /// <summary>The command's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public string Synopsis { get; init; } = "";

    /// <summary>The ways to call it.</summary>
    public IReadOnlyList<SyntaxText> Syntax { get; init; } = [];

    /// <summary>What it does, in Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>The examples: a title, and Markdown with code blocks.</summary>
    public IReadOnlyList<Section> Examples { get; init; } = [];

    /// <summary>The parameters.</summary>
    public IReadOnlyList<ParameterText> Parameters { get; init; } = [];

    /// <summary>What it takes from the pipeline: a type, and words.</summary>
    public IReadOnlyList<Section> Inputs { get; init; } = [];

    /// <summary>What it emits: a type, and words.</summary>
    public IReadOnlyList<Section> Outputs { get; init; } = [];

    /// <summary>What else is good to know, in Markdown.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Where to read on: a list of links, in Markdown.</summary>
    public string RelatedLinks { get; init; } = "";

    /// <summary>A page from its Markdown.</summary>
    /// <param name="markdown">The text of the file.</param>
    public static CommandPage Parse(string markdown)
    {
        Section root = Section.Split(markdown);
        if (root.Inner.Count != 1)
        {
            throw new PageException(1, "A page has one heading of the first level, the command's name.");
        }

        Section page = root.Inner[0];
        return new CommandPage
        {
            Name = page.Heading,
            Synopsis = Find(page, "SYNOPSIS")?.Body ?? "",
            Syntax = [.. (Find(page, "SYNTAX")?.Inner ?? []).Select(ReadSyntax)],
            Description = Find(page, "DESCRIPTION")?.Body ?? "",
            Examples = Find(page, "EXAMPLES")?.Inner ?? [],
            Parameters = [.. (Find(page, "PARAMETERS")?.Inner ?? []).Where(one => one.Heading != CommonParameters).Select(ReadParameter)],
            Inputs = Find(page, "INPUTS")?.Inner ?? [],
            Outputs = Find(page, "OUTPUTS")?.Inner ?? [],
            Notes = Find(page, "NOTES")?.Body ?? "",
            RelatedLinks = Find(page, "RELATED LINKS")?.Body ?? "",
        };
    }

    private static Section? Find(Section page, string heading) =>
        page.Inner.Find(section => section.Heading == heading);

    private static SyntaxText ReadSyntax(Section section)
    {
        const string Mark = " (Default)";
        bool isDefault = section.Heading.EndsWith(Mark, StringComparison.Ordinal);
        string text = string.Join(' ', section.Body.Split('\n')
            .Where(line => !line.StartsWith("```", StringComparison.Ordinal)).Select(line => line.Trim()));
        return new SyntaxText(isDefault ? section.Heading[..^Mark.Length] : section.Heading, isDefault, text);
    }

    private static ParameterText ReadParameter(Section section)
    {
        if (!section.Heading.StartsWith('-'))
        {
            throw new PageException(section.Line, $"'{section.Heading}' is no parameter: its name starts with a dash.");
        }

        const string Fence = "```yaml\n";
        int start = section.Body.IndexOf(Fence, StringComparison.Ordinal);
        if (start < 0)
        {
            return new ParameterText(section.Heading[1..], section.Body, null);
        }

        int end = section.Body.IndexOf("\n```", start + Fence.Length, StringComparison.Ordinal);
        string yaml = section.Body[(start + Fence.Length)..end];
        return new ParameterText(
            section.Heading[1..], section.Body[..start].Trim(), ParameterYaml.Read(yaml, section.Line));
    }
}
