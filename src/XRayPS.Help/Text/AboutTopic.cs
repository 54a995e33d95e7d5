using System.Text;
using Markdig.Syntax;
using XRayPS.Help.Pages;

namespace XRayPS.Help.Text;

/// <summary>An about topic as text of 80 columns, in the form that Get-Help takes its synopsis from.</summary>
public static class AboutTopic
{
    private const int Width = 80;
    private const string Margin = "    ";

    /// <summary>The topic's text file.</summary>
    /// <param name="name">The topic, such as <c>about_XRayPS</c>.</param>
    /// <param name="markdown">The page: a heading, a paragraph that says what it is about, and the rest.</param>
    public static string Convert(string name, string markdown)
    {
        List<Block> blocks = [.. PlainText.Parse(markdown)];
        if (blocks.Count < 2 || blocks[0] is not HeadingBlock { Level: 1 } || blocks[1] is not ParagraphBlock synopsis)
        {
            throw new PageException(1, "A topic starts with a heading and a paragraph that says what it is about.");
        }

        // Get-Help reads the synopsis from the fifth line, so it stands there whole.
        string summary = PlainText.Inlines(synopsis.Inline);
        StringBuilder text = new();
        text.Append("TOPIC\n").Append(Margin).Append(name).Append("\n\nSHORT DESCRIPTION\n");
        text.Append(Margin).Append(summary).Append("\n\nLONG DESCRIPTION\n");
        foreach (Block block in blocks.Skip(2))
        {
            text.Append(block switch
            {
                HeadingBlock heading => Heading(heading),
                ParagraphBlock => Fill(PlainText.Block(block), Margin, Margin),
                ListBlock list => string.Join('\n', PlainText.Block(list).Split('\n').Select(line => Fill(line, Margin, Margin + "  "))),
                _ => PlainText.Indent(PlainText.Block(block), Margin),
            });
            text.Append(block is HeadingBlock ? "\n" : "\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Heading(HeadingBlock heading)
    {
        string text = PlainText.Inlines(heading.Inline);
        return heading.Level <= 2 ? text.ToUpperInvariant() : "  " + text;
    }

    private static string Fill(string text, string first, string next)
    {
        StringBuilder filled = new();
        string line = first;
        bool empty = true;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > Width)
            {
                filled.Append(line).Append('\n');
                line = next;
                empty = true;
            }

            line += (empty ? "" : " ") + word;
            empty = false;
        }

        return filled.Append(line).ToString();
    }
}
