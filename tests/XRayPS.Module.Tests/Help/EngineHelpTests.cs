using System.Collections;
using XRayPS.Help.Pages;
using XRayPS.Help.Text;
using XRayPS.Module.Tests.Engine;

namespace XRayPS.Module.Tests.Help;

/// <summary>What Get-Help answers in the real engine, from the staged module.</summary>
public sealed class EngineHelpTests
{
    [Fact]
    public void GetHelpHasAllOfEveryPage()
    {
        using Shell shell = new();
        foreach (string name in HelpPages.Commands)
        {
            CommandPage page = HelpPages.Read(name);

            Hashtable help = shell.Run(
                $$"""
                $help = Get-Help {{name}} -Full
                @{
                    Name = $help.Name
                    Synopsis = $help.Synopsis
                    Parameters = @($help.parameters.parameter.name)
                    Titles = @($help.examples.example.title)
                    Code = @($help.examples.example.code)
                    Outputs = @($help.returnValues.returnValue.type.name)
                }
                """).As<Hashtable>().Single();
            Assert.Equal(name, help["Name"]);
            Assert.Equal(PlainText.Paragraphs(page.Synopsis), [$"{help["Synopsis"]}"]);
            Assert.Equal(page.Parameters.Select(parameter => parameter.Name), Texts(help["Parameters"]));
            Assert.Equal(page.Examples.Select(example => $"--- {example.Heading} ---"), Texts(help["Titles"]));
            Assert.Equal(page.Outputs.Select(type => type.Heading), Texts(help["Outputs"]));
            Assert.Equal(page.Examples.Count, Texts(help["Code"]).Count(code => code.Length > 0));
        }
    }

    [Fact]
    public void GetHelpFindsEveryTopic()
    {
        using Shell shell = new();
        foreach (string topic in HelpPages.Topics)
        {
            string text = Assert.Single(shell.Run($"Get-Help {topic}").Output).ToString()!;

            Assert.Contains("SHORT DESCRIPTION", text);
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 120, line));
        }
    }

    private static IEnumerable<string> Texts(object? items) =>
        ((object?[])items!).Where(item => item is not null).Select(item => item!.ToString()!);
}
