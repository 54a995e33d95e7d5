using XRayPS.Module.Tests.Engine;

namespace XRayPS.Module.Tests.Help;

/// <summary>
/// A local X-Ray with the demo's traces as the session's connection, in a folder of its own. Examples may stop it or connect
/// elsewhere: it is put right again before the next.
/// </summary>
public sealed class DemoSession : IDisposable
{
    private readonly Shell _shell = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("xrayps-examples").FullName;

    internal Outcome Run(string script)
    {
        Restore();
        using Shell shell = new();
        return shell.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{Folder}')\n{script}");
    }

    public void Dispose()
    {
        _shell.Run("Stop-XRayLocalService -Confirm:$false; Disconnect-XRay");
        _shell.Dispose();
        Environment.SetEnvironmentVariable("AWS_XRAY_DAEMON_ADDRESS", null);
        Directory.Delete(Folder, recursive: true);
    }

    private void Restore()
    {
        Environment.SetEnvironmentVariable("AWS_XRAY_DAEMON_ADDRESS", null);
        Outcome outcome = _shell.Run(
            """
            Get-XRayLocalService | Where-Object { $_.Port -ne $demo.Port } | Stop-XRayLocalService -Confirm:$false
            if ($demo -and (Get-XRayLocalService -Port $demo.Port)) { Connect-XRay -EndpointUrl $demo.Endpoint }
            else { $demo = Start-XRayLocalService -Demo -Port 0 -DaemonPort 0 }
            """);
        Assert.Empty(outcome.Errors);
    }
}
