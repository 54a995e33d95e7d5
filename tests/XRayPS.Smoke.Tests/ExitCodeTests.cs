namespace XRayPS.Smoke.Tests;

/// <summary>Exit codes are pwsh's; what is an error goes to the errors and nowhere else.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("throw 'bad'; exit 3", 1)]
    [InlineData("1/0", 1)]
    [InlineData("1/0; 'but the last one was fine'", 0)]
    [InlineData("if (", 1)]
    public void Of_a_command(string command, int expected)
    {
        ConsoleRun run = ConsoleProcess.Command(command);
        Assert.True(run.ExitCode == expected, run.ToString());
    }

    [Theory]
    [InlineData("-Nonsense")]
    [InlineData("-File", "there-is-no-such.ps1")]
    [InlineData("-Command")]
    [InlineData("-Port", "70000")]
    [InlineData("-RequestLimit", "0")]
    public void Arguments_that_are_not_understood_are_64(params string[] arguments)
    {
        ConsoleRun run = ConsoleProcess.Run("", arguments);
        Assert.True(run.ExitCode == 64, run.ToString());
        Assert.Equal("", run.Output);
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public void A_script_from_the_standard_input_runs_and_may_exit()
    {
        ConsoleRun run = ConsoleProcess.Run("'one'\nforeach ($i in 2..3) {\n  $i\n}\nexit 9\n'never'\n");
        Assert.Equal(9, run.ExitCode);
        Assert.Equal(["one", "2", "3"], run.Lines);
    }

    [Fact]
    public void Errors_and_objects_go_to_their_own_streams_in_plain_text()
    {
        ConsoleRun run = ConsoleProcess.Command("[pscustomobject]@{ Umlaut = 'Zürich ✓' }; 1/0; Get-XRayOpration");
        Assert.Contains("Zürich ✓", run.Output);
        Assert.DoesNotContain("zero", run.Output);
        Assert.Contains("Attempted to divide by zero", run.Error);
        Assert.Contains("Get-XRayOpration", run.Error);
        Assert.DoesNotContain("\u001b", run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void A_command_that_ships_with_PowerShell_says_so()
    {
        ConsoleRun run = ConsoleProcess.Command("1, 2 | select -First 1 -Foo; try { Format-Table } catch { $_.FullyQualifiedErrorId }");
        Assert.Contains("Select-Object ships with PowerShell 7", run.Error);
        Assert.Contains("aka.ms/powershell", run.Error);
        Assert.StartsWith("CommandShipsWithPowerShell", Assert.Single(run.Lines), StringComparison.Ordinal);
    }
}
