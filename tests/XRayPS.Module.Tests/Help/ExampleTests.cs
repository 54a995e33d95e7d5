using XRayPS.Help.Pages;
using XRayPS.Module.Tests.Engine;
using XRayPS.Module.Tests.Session;

namespace XRayPS.Module.Tests.Help;

/// <summary>What the pages show works: every example that the engine alone can run is run against the demo's traces.</summary>
[Collection(SessionCollection.Name)]
public sealed class ExampleTests(DemoSession demo) : IClassFixture<DemoSession>
{
    public static TheoryData<string, string> Runnable
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (HelpExample example in HelpPages.Commands.SelectMany(HelpExample.Of).Where(example => example.Runs))
            {
                data.Add(example.Command, example.Title);
            }

            return data;
        }
    }

    public static TheoryData<string> Pages => [.. HelpPages.Commands];

    [Theory]
    [MemberData(nameof(Runnable))]
    public void TheExampleRuns(string command, string title)
    {
        HelpExample example = HelpExample.Of(command).Single(one => one.Title == title);

        Outcome outcome = demo.Run(example.Script);

        Assert.Empty(outcome.Errors.Select(error => error.ToString()));
        CommandPage page = HelpPages.Read(command);
        if (page.Outputs[0].Heading != "None" && !example.Marks.Contains("quiet"))
        {
            Assert.NotEmpty(outcome.Output);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EnoughExamplesRunHere(string command)
    {
        HelpExample[] examples = [.. HelpExample.Of(command)];

        Assert.True(examples.Count(example => example.Runs) >= 2, "Two examples or more have to run without an AWS account.");
        Assert.All(examples, example => Assert.Contains(command, example.Script, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(examples.SelectMany(example => example.Marks).Except(HelpExample.KnownMarks));
    }
}
