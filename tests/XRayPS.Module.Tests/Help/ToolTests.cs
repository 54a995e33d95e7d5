using XRayPS.Help.Pages;
using XRayPS.Help.Text;

namespace XRayPS.Module.Tests.Help;

public sealed class ToolTests
{
    [Fact]
    public void AHeadingInACodeBlockIsNoHeading()
    {
        Section root = Section.Split("# A\n\n```powershell\n# comment\n```\n\n## B\n\nwords\n");

        Assert.Equal("```powershell\n# comment\n```", root.Inner[0].Body);
        Assert.Equal("words", root.Inner[0].Inner[0].Body);
    }

    [Fact]
    public void ACodeBlockThatStaysOpenIsSaid() =>
        Assert.Throws<PageException>(() => Section.Split("# A\n```\ncode"));

    [Fact]
    public void FactsSurviveTheirYaml()
    {
        ParameterFacts facts = new()
        {
            Type = "System.String[]",
            DefaultValue = "the session's region: 'x'",
            SupportsWildcards = true,
            Aliases = ["Id", "Key"],
            ParameterSets = [new SetFacts("One", "0", true, true, false, false), new SetFacts("Two", "Named", false, false, true, true)],
            DontShow = true,
            AcceptedValues = ["A", "B"],
            HelpMessage = "an id",
        };

        string yaml = ParameterYaml.Write(facts);

        Assert.Equal(yaml, ParameterYaml.Write(ParameterYaml.Read(yaml, 1)));
        Assert.Contains("DefaultValue: 'the session''s region: ''x'''", yaml);
    }

    [Fact]
    public void MarkdownBecomesPlainText()
    {
        IReadOnlyList<string> text = PlainText.Paragraphs(
            "One `code` and\n[a page](Get-X.md), [a site](https://example.com).\n\n- first\n- second\n  line\n\n1. one\n2. two\n\n```output\nindented\n```\n\n| A | Bee |\n|---|---|\n| 1 | 2 |\n");

        Assert.Equal(
            [
                "One code and a page, a site (https://example.com).",
                "- first\n- second line",
                "1. one\n2. two",
                "    indented",
                "A  Bee\n-  ---\n1  2",
            ],
            text);
    }

    [Fact]
    public void ATopicHasItsSynopsisInTheFifthLine()
    {
        string[] lines = AboutTopic.Convert("about_X", "# about_X\n\nWhat X is.\n\n## Why\n\n" + string.Join(' ', Enumerable.Repeat("word", 40)) + "\n\n- item\n").Split('\n');

        Assert.Equal("    What X is.", lines[4]);
        Assert.Contains("WHY", lines);
        Assert.Contains("    - item", lines);
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void ATopicWithoutSynopsisIsSaid() =>
        Assert.Throws<PageException>(() => AboutTopic.Convert("about_X", "# about_X\n\n## Why\n"));
}
