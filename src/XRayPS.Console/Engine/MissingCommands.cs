using System.Management.Automation;

namespace XRayPS.Console.Engine;

/// <summary>The commands of PowerShell 7 that the engine alone does not have, and what to do instead.</summary>
internal static class MissingCommands
{
    // The cmdlets of the modules that ship with PowerShell 7, as nouns and verbs would be guessed wrong.
    private const string Names = """
        Add-Content Add-Member Add-Type Clear-Content Clear-Item Clear-ItemProperty Clear-RecycleBin Clear-Variable
        Compare-Object Convert-Path ConvertFrom-CliXml ConvertFrom-Csv ConvertFrom-Json ConvertFrom-Markdown
        ConvertFrom-SecureString ConvertFrom-StringData ConvertTo-CliXml ConvertTo-Csv ConvertTo-Html ConvertTo-Json
        ConvertTo-SecureString ConvertTo-Xml Copy-Item Copy-ItemProperty Debug-Process Debug-Runspace
        Disable-PSBreakpoint Disable-RunspaceDebug Enable-PSBreakpoint Enable-RunspaceDebug Export-Alias Export-Clixml
        Export-Csv Export-FormatData Export-PSSession Format-Custom Format-Hex Format-List Format-Table Format-Wide
        Get-Alias Get-ChildItem Get-Clipboard Get-ComputerInfo Get-Content Get-Credential Get-Culture Get-Date Get-Error
        Get-Event Get-EventSubscriber Get-ExecutionPolicy Get-FileHash Get-FormatData Get-HotFix Get-Host Get-Item
        Get-ItemProperty Get-ItemPropertyValue Get-Location Get-MarkdownOption Get-Member Get-PfxCertificate
        Get-Process Get-PSBreakpoint Get-PSCallStack Get-PSDrive Get-PSProvider Get-PSReadLineOption Get-Random
        Get-Runspace Get-RunspaceDebug Get-SecureRandom Get-Service Get-TimeZone Get-TraceSource Get-TypeData
        Get-UICulture Get-Unique Get-Uptime Get-Variable Get-Verb Group-Object Import-Alias Import-Clixml Import-Csv
        Import-LocalizedData Import-PowerShellDataFile Import-PSSession Invoke-Expression Invoke-Item
        Invoke-RestMethod Invoke-WebRequest Join-Path Join-String Measure-Command Measure-Object Move-Item
        Move-ItemProperty New-Alias New-Event New-Guid New-Item New-ItemProperty New-Object New-PSDrive New-Service
        New-TemporaryFile New-TimeSpan New-Variable Out-File Out-GridView Out-Printer Out-String Pop-Location
        Push-Location Read-Host Receive-PSSession Register-EngineEvent Register-ObjectEvent Remove-Alias Remove-Event
        Remove-Item Remove-ItemProperty Remove-PSBreakpoint Remove-PSDrive Remove-Service Remove-TypeData
        Remove-Variable Rename-Computer Rename-Item Rename-ItemProperty Resolve-Path Restart-Computer Restart-Service
        Resume-Service Select-Object Select-String Select-Xml Send-MailMessage Set-Alias Set-Clipboard Set-Content
        Set-Date Set-ExecutionPolicy Set-Item Set-ItemProperty Set-MarkdownOption Set-PSBreakpoint
        Set-PSReadLineOption Set-Service Set-TimeZone Set-TraceSource Set-Variable Show-Command Show-Markdown
        Sort-Object Split-Path Start-Process Start-Service Start-Sleep Start-ThreadJob Start-Transcript Stop-Computer
        Stop-Process Stop-Service Stop-Transcript Suspend-Service Tee-Object Test-Connection Test-Json Test-Path
        Trace-Command Unblock-File Unprotect-CmsMessage Unregister-Event Update-FormatData Update-List Update-TypeData
        Wait-Debugger Wait-Event Wait-Process Write-Debug Write-Error Write-Host Write-Information Write-Output
        Write-Progress Write-Verbose Write-Warning Compress-Archive Expand-Archive Find-Module Install-Module
        Find-PSResource Install-PSResource Update-Module Get-InstalledModule
        """;

    private static readonly HashSet<string> Known = new(
        Names.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Instead = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Select-Object"] = "ForEach-Object picks members ($_.Id), -First limits the cmdlets that page",
        ["Sort-Object"] = "[Linq.Enumerable]::OrderBy sorts in .NET",
        ["Measure-Object"] = "@(...).Count counts",
        ["Write-Host"] = "a text on a line of its own is written as it is",
        ["Write-Output"] = "a text on a line of its own is written as it is",
        ["Write-Error"] = "throw 'text' is an error",
        ["Get-Date"] = "[DateTimeOffset]::Now is the time",
        ["New-TimeSpan"] = "[TimeSpan]'0:15' is a span",
        ["New-Object"] = "[Type]::new() makes an object",
        ["Get-Member"] = "$x.PSObject.Properties.Name names the members",
        ["Get-Variable"] = "$name shows a variable",
        ["Get-Location"] = "$PWD is the folder",
        ["Get-Content"] = "[IO.File]::ReadAllText(path) reads a file",
        ["Set-Content"] = "[IO.File]::WriteAllText(path, text) writes a file",
        ["Out-File"] = "[IO.File]::WriteAllLines(path, lines) writes a file",
        ["ConvertFrom-Json"] = "[System.Text.Json.Nodes.JsonNode]::Parse(text) reads JSON",
        ["Join-Path"] = "[IO.Path]::Combine joins paths",
        ["Test-Path"] = "[IO.File]::Exists(path) tells whether a file is there",
        ["Start-Sleep"] = "[Threading.Thread]::Sleep(milliseconds) waits",
        ["Get-Random"] = "[Random]::Shared.Next() is a random number",
        ["Get-ChildItem"] = "[IO.Directory]::GetFileSystemEntries($PWD) lists a folder",
    };

    /// <summary>Answers a look-up that found nothing.</summary>
    /// <param name="sender">The engine.</param>
    /// <param name="lookup">The look-up.</param>
    public static void Explain(object? sender, CommandLookupEventArgs lookup)
    {
        if (Known.TryGetValue(lookup.CommandName, out string? name))
        {
            lookup.Command = new CmdletInfo(name, typeof(MissingCommand));
            lookup.StopSearch = true;
        }
    }

    /// <summary>The sentences for a command, a line each: terminals break long lines inside words.</summary>
    /// <param name="name">Its name.</param>
    public static string Describe(string name)
    {
        string instead = Instead.TryGetValue(name, out string? hint) ? $"\n  Here {hint}." : "";
        return $"{name} ships with PowerShell 7; this console has its engine only.{instead}\n"
            + $"  For {name} itself, install PowerShell 7 (https://aka.ms/powershell), start pwsh and type: "
            + $"Import-Module {ModuleFolder}";
    }

    private static string ModuleFolder { get; } =
        ModuleLocation.Find(AppContext.BaseDirectory) is { } manifest
            ? Path.GetRelativePath(Environment.CurrentDirectory, Path.GetDirectoryName(manifest)!) is var relative
                && !relative.StartsWith("..", StringComparison.Ordinal)
                ? "./" + relative.Replace('\\', '/')
                : Path.GetDirectoryName(manifest)!
            : "XRayPS";
}
