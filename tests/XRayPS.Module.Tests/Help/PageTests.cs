using System.Management.Automation;
using XRayPS.Help.Pages;

namespace XRayPS.Module.Tests.Help;

/// <summary>
/// The pages say what the code says, and say it in words. With XRAYPS_WRITE_CASES=1 the facts of each page are brought up to
/// date, and a new cmdlet gets a page that waits for its words.
/// </summary>
public sealed class PageTests
{
    public static TheoryData<string> Cmdlets => [.. EngineFacts.Cmdlets.Select(cmdlet => cmdlet.Name)];

    [Fact]
    public void EveryPageIsAboutACmdlet() =>
        Assert.Empty(HelpPages.Commands.Except(EngineFacts.Cmdlets.Select(cmdlet => cmdlet.Name)));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void ThePageSaysWhatTheCodeSays(string name)
    {
        CommandFacts facts = EngineFacts.Read(EngineFacts.Find(name));
        string expected = new PageComposer(HelpPages.SharedWords).Compose(HelpPages.Read(name), facts);

        if (Environment.GetEnvironmentVariable("XRAYPS_WRITE_CASES") is "1")
        {
            File.WriteAllText(HelpPages.PathOf(name), expected);
        }

        Assert.Equal(expected, HelpPages.Text(name));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void ThePageHasWordsForEverything(string name)
    {
        CommandPage page = HelpPages.Read(name);

        Assert.NotEmpty(page.Synopsis);
        Assert.NotEmpty(page.Description);
        Assert.Empty(page.Parameters.Where(parameter => parameter.Words.Length == 0).Select(parameter => "-" + parameter.Name));
        Assert.All(page.Inputs.Concat(page.Outputs), type => Assert.NotEmpty(type.Body));
        Assert.True(page.Examples.Count >= 2, "A page has two examples or more.");
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void ThePageNamesWhatGoesInAndOut(string name)
    {
        CmdletInfo cmdlet = EngineFacts.Find(name);
        CommandPage page = HelpPages.Read(name);

        string[] outputs = [.. cmdlet.OutputType.Select(type => type.Name).Where(type => type != "System.Void").Order()];
        Assert.Equal(outputs.Length == 0 ? ["None"] : outputs, page.Outputs.Select(type => type.Heading).Order());

        string[] inputs = [.. EngineFacts.ParametersOf(cmdlet)
            .Where(pair => pair.Value.ParameterSets.Values.Any(set => set.ValueFromPipeline))
            .Select(pair => EngineFacts.TypeName(pair.Value.ParameterType).TrimEnd('[', ']')).Distinct()];
        Assert.Empty(inputs.Except(page.Inputs.Select(type => type.Heading)));
        Assert.NotEmpty(page.Inputs);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void LinksToPagesLeadSomewhere(string name)
    {
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(
            HelpPages.Text(name), @"\]\((?<page>[^)]+\.md)\)"))
        {
            Assert.True(File.Exists(Path.Combine(HelpPages.Folder, link.Groups["page"].Value)), link.Value);
        }
    }
}
