namespace XRayPS.Smoke.Tests;

/// <summary>-File: arguments, exit codes, and where an error was.</summary>
public sealed class ScriptFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("XRayPS smoke ");

    [Fact]
    public void Arguments_bind_as_with_pwsh()
    {
        ConsoleRun run = RunScript(
            "param([string] $Name, [switch] $Quiet, [int] $Number)\n\"$Name|$Quiet|$Number|$($PSScriptRoot.Length -gt 0)\"\n",
            "-Number", "5", "-Quiet:$false", "it's $HOME");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(["it's $HOME|False|5|True"], run.Lines);
    }

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("function leave { exit 4 }\nleave\n'not reached'", 4)]
    [InlineData("1/0\n'goes on'", 0)]
    [InlineData("throw 'bad'", 1)]
    [InlineData("$ErrorActionPreference = 'Stop'\nGet-Command no-such\n'not reached'", 1)]
    public void Exit_codes(string script, int expected)
    {
        ConsoleRun run = RunScript(script);
        Assert.True(run.ExitCode == expected, run.ToString());
        Assert.DoesNotContain("not reached", run.Output);
    }

    [Fact]
    public void An_error_says_where_it_was()
    {
        ConsoleRun run = RunScript("'first line'\nthrow 'second line is bad'\n");
        Assert.Contains("script.ps1:2", run.Error);
        Assert.Contains("second line is bad", run.Error);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private ConsoleRun RunScript(string text, params string[] arguments)
    {
        string path = Path.Combine(folder.FullName, "script.ps1");
        File.WriteAllText(path, text);
        return ConsoleProcess.Run("", ["-NoLogo", "-File", path, .. arguments]);
    }
}
