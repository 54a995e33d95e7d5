using System.Text;

namespace XRayPS.Help.Pages;

/// <summary>
/// A whole page from the words of a person and the facts of the code. A page that says what the code says is composed to
/// itself; that is how pages are checked, and how they are brought up to date.
/// </summary>
/// <param name="sharedWords">Words for parameters that many commands inherit, by name.</param>
public sealed class PageComposer(IReadOnlyDictionary<string, string> sharedWords)
{
    private const int SyntaxWidth = 96;

    /// <summary>The page, as it should be.</summary>
    /// <param name="page">The page as it is; its words are kept.</param>
    /// <param name="facts">What the code says.</param>
    public string Compose(CommandPage page, CommandFacts facts)
    {
        StringBuilder text = new();
        text.Append("---\ndocument type: cmdlet\nexternal help file: XRayPS.dll-Help.xml\nHelpUri: ''\nLocale: en-US\n");
        text.Append("Module Name: XRayPS\nPlatyPS schema version: 2024-05-01\ntitle: ").Append(facts.Name).Append("\n---\n");
        Heading(text, "# " + facts.Name, "");
        Heading(text, "## SYNOPSIS", page.Synopsis);
        Heading(text, "## SYNTAX", "");
        foreach (SyntaxText syntax in facts.Syntax)
        {
            Heading(text, "### " + syntax.Name + (syntax.IsDefault ? " (Default)" : ""), "```\n" + Wrap(syntax.Text) + "\n```");
        }

        Heading(text, "## ALIASES", facts.Aliases.Count == 0 ? "This cmdlet has no aliases." : string.Join(", ", facts.Aliases));
        Heading(text, "## DESCRIPTION", page.Description);
        Sections(text, "## EXAMPLES", page.Examples);
        Heading(text, "## PARAMETERS", "");

        // What is the command's own comes first; the connection, the same everywhere, can wait.
        foreach ((string name, ParameterFacts parameter) in facts.Parameters
            .OrderBy(pair => facts.Distances[pair.Key]).ThenBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            ParameterText? written = page.Parameters.FirstOrDefault(one => one.Name == name);
            string own = written?.Words ?? "";
            string shared = sharedWords.GetValueOrDefault(name, "");

            // What many pages share is said once; a base class of two or three commands leaves the words to the pages.
            bool isShared = shared.Length > 0 && (facts.Distances[name] > 0 || own.Length == 0);
            WriteParameter(text, name, isShared ? shared : own, parameter, written);
        }

        Heading(text, "### " + CommandPage.CommonParameters, sharedWords.GetValueOrDefault(CommandPage.CommonParameters, ""));
        Sections(text, "## INPUTS", page.Inputs);
        Sections(text, "## OUTPUTS", page.Outputs);
        Heading(text, "## NOTES", page.Notes);
        Heading(text, "## RELATED LINKS", page.RelatedLinks);
        return text.ToString();
    }

    private static void WriteParameter(
        StringBuilder text, string name, string words, ParameterFacts facts, ParameterText? written)
    {
        // The default is the one fact that attributes do not hold.
        ParameterFacts complete = facts with { DefaultValue = written?.Facts?.DefaultValue ?? facts.DefaultValue };
        Heading(text, "### -" + name, (words + "\n\n```yaml\n" + ParameterYaml.Write(complete) + "\n```").TrimStart('\n'));
    }

    private static void Sections(StringBuilder text, string heading, IReadOnlyList<Section> sections)
    {
        Heading(text, heading, "");
        foreach (Section section in sections)
        {
            Heading(text, "### " + section.Heading, section.Body);
        }
    }

    private static void Heading(StringBuilder text, string heading, string body)
    {
        text.Append('\n').Append(heading).Append('\n');
        if (body.Length > 0)
        {
            text.Append('\n').Append(body).Append('\n');
        }
    }

    private static string Wrap(string syntax)
    {
        StringBuilder text = new();
        int used = 0;
        foreach (string word in SyntaxWords(syntax))
        {
            if (used > 0 && used + 1 + word.Length > SyntaxWidth)
            {
                text.Append("\n ");
                used = 1;
            }
            else if (used > 0)
            {
                text.Append(' ');
                used++;
            }

            text.Append(word);
            used += word.Length;
        }

        return text.ToString();
    }

    // A parameter and its value stay together.
    private static IEnumerable<string> SyntaxWords(string syntax)
    {
        string pending = "";
        foreach (string word in syntax.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            pending = pending.Length == 0 ? word : pending + " " + word;
            bool isOpen = pending.Count(character => character == '[') != pending.Count(character => character == ']');
            if (isOpen || (pending.StartsWith('-') && word == pending))
            {
                continue;
            }

            yield return pending;
            pending = "";
        }

        if (pending.Length > 0)
        {
            yield return pending;
        }
    }
}
