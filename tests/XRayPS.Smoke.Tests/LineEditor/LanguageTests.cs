using System.Management.Automation;
using System.Management.Automation.Runspaces;
using XRayPS.Console.LineEditor;

namespace XRayPS.Smoke.Tests.LineEditor;

/// <summary>Completion by the engine where it can, by the console where the engine alone cannot.</summary>
public sealed class LanguageTests : IDisposable
{
    private readonly Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public LanguageTests()
    {
        runspace.Open();
        File.WriteAllText(Path.Combine(folder.FullName, "one file.json"), "");
        File.WriteAllText(Path.Combine(folder.FullName, ".hidden"), "");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "only"));
        runspace.SessionStateProxy.Path.SetLocation(folder.FullName);
        runspace.SessionStateProxy.SetVariable("record", PSObject.AsPSObject(new ProgressRecord(7, "Reading", "half")));
    }

    [Theory]
    [InlineData("Get-Comm", "Get-Command")]
    [InlineData("Get-Command -CommandT", "-CommandType")]
    [InlineData("Get-Command -CommandType Cmd", "Cmdlet")]
    [InlineData("$reco", "$record")]
    [InlineData("$record.Perc", "PercentComplete")]
    [InlineData("$record.Activity.Leng", "Length")]
    [InlineData("'text'.ToUpperI", "ToUpperInvariant(")]
    [InlineData("[Math]::Clam", "Clamp(")]
    [InlineData("Get-Command | Where-Object { $_.ModuleN", "ModuleName")]
    [InlineData("Get-Command | ? ModuleN", "ModuleName")]
    [InlineData("Get-Command | Where-Object Name -eq x | ForEach-Object ModuleN", "ModuleName")]
    [InlineData("Import-Module ./onl", "./only/")]
    [InlineData("Import-Module one", "'one file.json'")]
    [InlineData("Import-Module .h", ".hidden")]
    public void Tab_completes(string text, string expected)
    {
        CandidateSet set = new Language(runspace).Complete(text, text.Length);
        Assert.Contains(expected, set.Candidates.Select(c => c.Text));
        Assert.True(text[set.Start..].Length == set.Length);
    }

    [Theory]
    [InlineData("$nothing.")]
    [InlineData("$record.NoSuch")]
    [InlineData("Import-Module ./no-such-folder/")]
    [InlineData("(Get-Unheard).")]
    public void Nothing_is_offered_and_nothing_fails(string text) =>
        Assert.Empty(new Language(runspace).Complete(text, text.Length).Candidates);

    [Fact]
    public void Completion_runs_nothing_that_was_typed()
    {
        runspace.SessionStateProxy.SetVariable("count", 0);
        const string text = "(& { $global:count++; 'x' }).Leng";
        new Language(runspace).Complete(text, text.Length);
        Assert.Equal(0, runspace.SessionStateProxy.GetVariable("count"));
    }

    [Theory]
    [InlineData("if (1) {", true)]
    [InlineData("1 +", true)]
    [InlineData("'open", true)]
    [InlineData("1 |", true)]
    [InlineData("@'\nhere", true)]
    [InlineData("1 + 1", false)]
    [InlineData("} wrong", false)]
    [InlineData("'open\n\n", false)]
    public void What_is_incomplete(string text, bool expected) => Assert.Equal(expected, Language.IsIncomplete(text));

    public void Dispose()
    {
        runspace.Dispose();
        folder.Delete(recursive: true);
    }
}
