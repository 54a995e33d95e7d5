using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using XRayPS.Help.Pages;

namespace XRayPS.Help.Text;

/// <summary>Markdown as the plain text that Get-Help prints. The help viewer wraps long lines itself.</summary>
public static class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    /// <summary>The blocks of a document.</summary>
    /// <param name="markdown">The text.</param>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>Each paragraph, list or code block of a text.</summary>
    /// <param name="markdown">The text.</param>
    public static IReadOnlyList<string> Paragraphs(string markdown) => [.. Parse(markdown).Select(Block)];

    /// <summary>One block as text.</summary>
    /// <param name="block">A paragraph, list, quote, table or code block.</param>
    public static string Block(Block block) => block switch
    {
        CodeBlock code => Indent(Code(code), "    "),
        ListBlock list => string.Join('\n', list.Cast<ListItemBlock>().Select((item, index) => Item(list, item, index))),
        QuoteBlock quote => string.Join("\n\n", quote.Select(Block)),
        Table table => PlainTable.Draw(table),
        LeafBlock leaf => Inlines(leaf.Inline),
        _ => throw new PageException(block.Line + 1, $"A {block.GetType().Name} has no form in Get-Help."),
    };

    /// <summary>The lines of a code block.</summary>
    /// <param name="code">The block.</param>
    public static string Code(CodeBlock code) => code.Lines.ToString().ReplaceLineEndings("\n").TrimEnd('\n');

    /// <summary>A line of text without marks; a link keeps its address.</summary>
    /// <param name="inlines">The inlines.</param>
    public static string Inlines(ContainerInline? inlines)
    {
        StringBuilder text = new();
        foreach (Inline inline in inlines ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline line => line.IsHard ? "\n" : " ",
                LinkInline link => Link(link),
                AutolinkInline link => link.Url,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                ContainerInline container => Inlines(container),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>Every line of a text with something before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">What comes before.</param>
    public static string Indent(string text, string indent) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : indent + line));

    private static string Link(LinkInline link)
    {
        string text = Inlines(link);
        bool isPage = link.Url?.EndsWith(".md", StringComparison.Ordinal) is true;
        return isPage || link.Url is null || link.Url == text ? text : $"{text} ({link.Url})";
    }

    private static string Item(ListBlock list, ListItemBlock item, int index)
    {
        string mark = list.IsOrdered ? $"{index + 1}. " : "- ";
        string body = string.Join('\n', item.Select(Block));
        return mark + Indent(body, new string(' ', mark.Length)).TrimStart(' ');
    }
}
