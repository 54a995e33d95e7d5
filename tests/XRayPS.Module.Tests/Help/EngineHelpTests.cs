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
            dynamic help = Assert.Single(shell.Run($"Get-Help {name} -Full").Output);
            var page = HelpPages.Read(name);

            Assert.Equal(name, (string)help.Name);
            Assert.StartsWith(page.Synopsis.Split('`', '[')[0].ReplaceLineEndings(" "), (string)help.Synopsis);
            Assert.Equal(
                page.Parameters.Select(parameter => parameter.Name),
                Items(shell, name, "$_.parameters.parameter.name"));
            Assert.Equal(
                page.Examples.Select(example => $"--- {example.Heading} ---"),
                Items(shell, name, "$_.examples.example.title"));
            Assert.Equal(page.Outputs.Select(type => type.Heading), Items(shell, name, "$_.returnValues.returnValue.type.name"));
            Assert.All(Items(shell, name, "$_.examples.example.code"), code => Assert.NotEmpty(code));
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

    private static IEnumerable<string> Items(Shell shell, string name, string path) =>
        shell.Run($"Get-Help {name} -Full | ForEach-Object {{ {path} }}").Output.OfType<object>().Select(item => item.ToString()!);
}
