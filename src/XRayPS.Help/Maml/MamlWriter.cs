using System.Text;
using System.Xml.Linq;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using XRayPS.Help.Pages;
using XRayPS.Help.Text;

namespace XRayPS.Help.Maml;

/// <summary>Pages as MAML, the XML that Get-Help reads for binary cmdlets.</summary>
public static class MamlWriter
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Help = "http://msh";

    /// <summary>Writes the help file of a module.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="file">The file.</param>
    public static void Write(IEnumerable<XElement> commands, string file)
    {
        XDocument document = new(
            new XDeclaration("1.0", "utf-8", null),
            new XElement(Help + "helpItems", new XAttribute("schema", "maml"), commands));
        File.WriteAllText(file, document.Declaration + "\n" + document + "\n", new UTF8Encoding(false));
    }

    /// <summary>
    /// A page as the element of its command. Parameters without facts are left out: a page is allowed to build before the
    /// tests complete it.
    /// </summary>
    /// <param name="page">The page.</param>
    public static XElement Build(CommandPage page)
    {
        string[] name = page.Name.Split('-', 2);
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", page.Name),
                new XElement(Command + "verb", name[0]),
                new XElement(Command + "noun", name[^1]),
                Words("description", page.Synopsis)),
            Words("description", page.Description),
            new XElement(Command + "syntax", page.Syntax.Select(syntax => BuildSyntax(page, syntax))),
            new XElement(Command + "parameters", page.Parameters.Where(parameter => parameter.Facts is { ParameterSets.Count: > 0 })
                .Select(parameter => MamlParameter.Build(parameter, parameter.Facts!, null))),
            new XElement(Command + "inputTypes", page.Inputs.Select(type => BuildType("inputType", type))),
            new XElement(Command + "returnValues", page.Outputs.Select(type => BuildType("returnValue", type))),
            page.Notes.Length == 0 ? null : new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
            new XElement(Command + "examples", page.Examples.Select(BuildExample)),
            new XElement(Command + "relatedLinks", BuildLinks(page.RelatedLinks)));
    }

    /// <summary>An element with paragraphs.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="markdown">The words.</param>
    internal static XElement Words(string name, string markdown) => new(Maml + name, Paragraphs(markdown));

    private static IEnumerable<XElement> Paragraphs(string markdown) =>
        PlainText.Paragraphs(markdown).Select(paragraph => new XElement(Maml + "para", paragraph));

    private static XElement BuildSyntax(CommandPage page, SyntaxText syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Name),
        page.Parameters
            .Select(parameter => (parameter, Set: FindSet(parameter, syntax.Name)))
            .Where(pair => pair.Set is not null && !pair.parameter.Facts!.DontShow)
            .OrderBy(pair => pair.Set!.Position, StringComparer.Ordinal)
            .ThenByDescending(pair => pair.Set!.IsRequired)
            .Select(pair => MamlParameter.Build(pair.parameter, pair.parameter.Facts!, pair.Set)));

    private static SetFacts? FindSet(ParameterText parameter, string set) => parameter.Facts?.ParameterSets
        .FirstOrDefault(one => one.Name == set || one.Name == SetFacts.All);

    private static XElement BuildType(string element, Section type) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Heading)),
        Words("description", type.Body));

    // What comes before the first command introduces it; the rest, output included, are remarks. Get-Help prints neither
    // a line around the title nor a blank one after the remarks: both are written here, as in PowerShell's own help.
    private static XElement BuildExample(Section example)
    {
        List<Block> blocks = [.. PlainText.Parse(example.Body)];
        int first = blocks.FindIndex(block => block is FencedCodeBlock);
        if (first < 0)
        {
            throw new PageException(example.Line, "An example has a code block.");
        }

        return new XElement(
            Command + "example",
            new XElement(Maml + "title", $"--- {example.Heading} ---"),
            new XElement(Maml + "introduction", blocks.Take(first).Select(Paragraph)),
            new XElement(Dev + "code", PlainText.Code((CodeBlock)blocks[first])),
            new XElement(Dev + "remarks", blocks.Skip(first + 1).Select(Paragraph), new XElement(Maml + "para")));
    }

    private static XElement Paragraph(Block block) => new(Maml + "para", PlainText.Block(block));

    private static IEnumerable<XElement> BuildLinks(string markdown) =>
        PlainText.Parse(markdown).Descendants<LinkInline>().Select(link => new XElement(
            Maml + "navigationLink",
            new XElement(Maml + "linkText", PlainText.Inlines(link)),
            new XElement(Maml + "uri", link.Url?.EndsWith(".md", StringComparison.Ordinal) is true ? "" : link.Url ?? "")));
}
