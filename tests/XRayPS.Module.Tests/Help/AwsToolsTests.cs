using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.Json;
using XRayPS.Abstractions;
using XRayPS.Module.Tests.Formatting;

namespace XRayPS.Module.Tests.Help;

/// <summary>
/// docs/coming-from-aws-tools.md names every cmdlet and parameter of AWS.Tools.XRay, and what it names of this module is there.
/// tests/Cases/aws-tools/cmdlets.json holds the facts about AWS.Tools.XRay.
/// </summary>
public sealed class AwsToolsTests
{
    private const string None = "none";

    private static readonly AwsToolsPage Page = AwsToolsPage.Read(Path.Combine(RepositoryFiles.Root, "docs", "coming-from-aws-tools.md"));

    private static readonly JsonElement[] Facts = [.. JsonDocument
        .Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "tests", "Cases", "aws-tools", "cmdlets.json")))
        .RootElement.EnumerateArray()];

    public static TheoryData<string> Cmdlets => [.. Facts.Select(static fact => Text(fact, "cmdlet"))];

    public static TheoryData<string> OneLiners => [.. Page.Rows("Side by side").Select(static row => AwsToolsPage.Code(row[2])[0])];

    [Fact]
    public void Every_cmdlet_of_AWS_Tools_is_there_once_with_its_operation() => Assert.Equal(
        Facts.Select(static fact => $"{Text(fact, "cmdlet")} {Text(fact, "operation")}"),
        Page.Rows("Cmdlets").Select(static row => $"{AwsToolsPage.Code(row[0])[0]} {row[1]}"));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Ours_calls_the_same_operation(string cmdlet)
    {
        string[] row = Page.Rows("Cmdlets").Single(row => AwsToolsPage.Code(row[0])[0] == cmdlet);

        Assert.Contains(AwsToolsPage.Code(row[2])[0], OperationCmdlets.Of(row[1]));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_parameter_is_there_and_works_under_its_name_and_aliases(string cmdlet)
    {
        JsonElement fact = Facts.Single(fact => Text(fact, "cmdlet") == cmdlet);
        JsonElement[] parameters = [.. fact.GetProperty("parameters").EnumerateArray()];
        string[][] rows = [.. Page.Rows("Parameters of each cmdlet").Where(row => AwsToolsPage.Code(row[0])[0] == cmdlet)];
        CmdletInfo ours = Find(OursOf(cmdlet));

        Assert.All(rows, row => Assert.Equal(ours.Name, AwsToolsPage.Code(row[2])[0]));
        Assert.Equal(
            parameters.Select(static parameter => "-" + Text(parameter, "name")),
            rows.SelectMany(static row => AwsToolsPage.Code(row[1])));
        foreach ((JsonElement parameter, string[] row) in parameters.Zip(rows))
        {
            if (row[2].EndsWith(None, StringComparison.Ordinal))
            {
                Assert.NotEmpty(row[3]);
                continue;
            }

            string here = AwsToolsPage.Code(row[2])[1].TrimStart('-');
            Assert.True(ours.Parameters.ContainsKey(here), $"{ours.Name} has no -{here}.");
            string[] names = [Text(parameter, "name"), .. parameter.GetProperty("aliases").EnumerateArray().Select(static alias => alias.GetString()!)];
            Assert.All(names, name => Assert.Equal(here, ours.ResolveParameter(name).Name));
        }
    }

    [Fact]
    public void The_parameters_of_every_cmdlet_are_there()
    {
        CmdletInfo cmdlet = EngineFacts.Find("Get-XRayTraceSummary");
        foreach (string[] row in Page.Rows("Parameters of every cmdlet"))
        {
            Assert.True(row[1] == None || cmdlet.Parameters.ContainsKey(AwsToolsPage.Code(row[1])[0].TrimStart('-')), row[0]);
            Assert.True(row[1] != None || row[2].Length > 0, row[0]);
            Assert.All(
                AwsToolsPage.Code(row[1] == None ? "" : row[2]).Where(static code => code.StartsWith('-')),
                alias => Assert.Equal(AwsToolsPage.Code(row[1])[0].TrimStart('-'), cmdlet.ResolveParameter(alias.TrimStart('-')).Name));
        }
    }

    [Theory]
    [MemberData(nameof(OneLiners))]
    public void The_lines_side_by_side_can_be_typed(string line)
    {
        Ast ast = Parser.ParseInput(line, out _, out ParseError[] errors);
        CommandAst[] ours = [.. ast.FindAll(static node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()];

        Assert.Empty(errors);
        Assert.NotEmpty(ours);
        foreach (CommandAst command in ours)
        {
            CmdletInfo cmdlet = Find(command.GetCommandName());
            Assert.All(
                command.CommandElements.OfType<CommandParameterAst>(),
                parameter => Assert.NotNull(cmdlet.ResolveParameter(parameter.ParameterName)));
        }
    }

    private static CmdletInfo Find(string name) =>
        EngineFacts.Cmdlets.SingleOrDefault(cmdlet => cmdlet.Name == name)
        ?? throw new InvalidOperationException($"The module has no {name}.");

    private static string OursOf(string cmdlet) =>
        AwsToolsPage.Code(Page.Rows("Cmdlets").Single(row => AwsToolsPage.Code(row[0])[0] == cmdlet)[2])[0];

    private static string Text(JsonElement fact, string member) => fact.GetProperty(member).GetString()!;
}
