namespace XRayPS.Smoke.Tests;

/// <summary>The module as it is staged, in a process that has no reference to it.</summary>
public sealed class LoadPathTests
{
    private const string ListContexts = """
        foreach ($a in [AppDomain]::CurrentDomain.GetAssemblies()) {
          $n = $a.GetName().Name
          if ($n -match '^(XRayPS|AWSSDK|Microsoft\.Data\.Sqlite|SQLitePCLRaw)') {
            $c = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($a)
            "$n=$(if ($c -eq [System.Runtime.Loader.AssemblyLoadContext]::Default) { 'default' } else { 'private' })"
          }
        }
        """;

    [Fact]
    public void Import_touches_nothing_of_AWS_and_nothing_that_listens()
    {
        ConsoleRun run = ConsoleProcess.Command("[XRayPS.TraceSummary].Name; " + ListContexts);
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(
            ["TraceSummary", "XRayPS.Console=default", "XRayPS.Core=default", "XRayPS=default"],
            run.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Client_and_local_service_live_in_a_context_of_their_own_and_native_SQLite_works()
    {
        ConsoleRun run = ConsoleProcess.Command(
            "$null = Start-XRayLocalService -Port 0 -DaemonPort 0 -InformationAction Ignore; "
            + "$null = Get-XRayConnection; " + ListContexts);
        Assert.True(run.ExitCode == 0, run.ToString());
        string[] isPrivate = [.. run.Lines.Where(l => l.EndsWith("=private")).Select(l => l.Split('=')[0])];
        Assert.Contains("XRayPS.Client", isPrivate);
        Assert.Contains("XRayPS.Local", isPrivate);
        Assert.Contains("AWSSDK.Core", isPrivate);
        Assert.Contains("Microsoft.Data.Sqlite", isPrivate);
        Assert.Contains("SQLitePCLRaw.core", isPrivate);
        Assert.DoesNotContain("XRayPS.Core", isPrivate);
        Assert.Equal(
            ["XRayPS", "XRayPS.Console", "XRayPS.Core"],
            run.Lines.Where(l => l.EndsWith("=default")).Select(l => l.Split('=')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_exported_is_what_the_manifest_says()
    {
        ConsoleRun run = ConsoleProcess.Command(
            "$m = Get-Module XRayPS; "
            + $"$said = (Test-ModuleManifest '{Checkout.Module}/XRayPS.psd1').ExportedCommands.Keys; "
            + "$is = [System.Management.Automation.CmdletInfo[]](Get-Command -Module XRayPS); "
            + "\"$(($said | ForEach-Object { $_ }) -join ',')\"; \"$($is.Name -join ',')\"; "
            + "\"$(($m.ImplementingAssembly ?? [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'XRayPS' })[0])"
            + ".GetExportedTypes().Where({ $_.IsDefined([System.Management.Automation.CmdletAttribute], $false) })"
            + ".ForEach({ $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0] })"
            + ".ForEach({ $_.VerbName + '-' + $_.NounName }) -join ',')\"");
        Assert.True(run.ExitCode == 0 && run.Lines.Count == 3, run.ToString());
        string[][] lists = [.. run.Lines.Select(l => l.Split(',').Order(StringComparer.Ordinal).ToArray())];
        Assert.NotEmpty(lists[0]);
        Assert.Equal(lists[0], lists[1]);
        Assert.Equal(lists[0], lists[2]);
    }

    [Fact]
    public void Native_SQLite_is_staged_for_the_systems_that_people_use_and_only_those()
    {
        string runtimes = Path.Combine(Checkout.Module, "Dependencies", "runtimes");
        Assert.Equal(
            ["linux-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"],
            Directory.GetDirectories(runtimes).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
