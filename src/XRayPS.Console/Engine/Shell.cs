using System.Management.Automation;
using System.Management.Automation.Runspaces;
using XRayPS.Console.Hosting;

namespace XRayPS.Console.Engine;

/// <summary>
/// The engine with one runspace: runs text, shows what comes out of it, and can be stopped from another thread.
/// </summary>
public sealed class Shell : IDisposable
{
    private readonly Runspace runspace;
    private readonly ProgressLine progress;
    private readonly Lock gate = new();
    private PowerShell? running;
    private bool stopAsked;
    private bool isDisposed;

    private Shell(Runspace runspace, ConsoleHost host, ProgressLine progress)
    {
        this.runspace = runspace;
        this.progress = progress;
        Host = host;
    }

    /// <summary>The host; <c>exit</c> leaves its code there.</summary>
    public ConsoleHost Host { get; }

    /// <summary>The runspace, for completion.</summary>
    public Runspace Runspace => runspace;

    /// <summary>The value of <c>$LASTEXITCODE</c>, or 0.</summary>
    public int LastExitCode => runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code ? code : 0;

    /// <summary>Opens the engine.</summary>
    /// <param name="host">The host.</param>
    /// <param name="progress">The progress line, cleared after each command.</param>
    public static Shell Open(ConsoleHost host, ProgressLine progress)
    {
        // CreateDefault looks for snap-ins that do not come with the engine.
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Set-Location", typeof(SetLocationCommand), null));
        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        runspace.SessionStateProxy.InvokeCommand.CommandNotFoundAction = MissingCommands.Explain;
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }

        return new Shell(runspace, host, progress);
    }

    /// <summary>Imports a module; a failure is written as an error.</summary>
    /// <param name="manifest">The full path of the manifest.</param>
    /// <returns>Whether it was imported.</returns>
    public bool TryImport(string manifest)
    {
        try
        {
            Call("Import-Module", new Dictionary<string, object> { ["Name"] = manifest, ["Global"] = true });
            return true;
        }
        catch (RuntimeException e)
        {
            Report(e);
            return false;
        }
    }

    /// <summary>Runs text and shows what comes out of it.</summary>
    /// <param name="script">The text.</param>
    public RunResult Run(string script)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript(script, useLocalScope: false);
        return Run(shell);
    }

    /// <summary>Runs a command and answers what comes out of it; the first error is thrown.</summary>
    /// <param name="command">The name.</param>
    /// <param name="parameters">The parameters.</param>
    public IReadOnlyList<PSObject> Call(string command, IReadOnlyDictionary<string, object> parameters)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddCommand(command)
            .AddParameters(new Dictionary<string, object>(parameters))
            .AddParameter("ErrorAction", ActionPreference.Stop);
        return Guarded(shell, () => shell.Invoke());
    }

    /// <summary>
    /// Runs text in its own scope and answers what comes out of it; errors that do not end it are dropped.
    /// </summary>
    /// <param name="script">The text.</param>
    public IReadOnlyList<PSObject> Evaluate(string script)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        return Guarded(shell, () => shell.AddScript(script, useLocalScope: true).Invoke());
    }

    /// <summary>Writes an error as if a command had ended with it.</summary>
    /// <param name="error">The error.</param>
    public void Report(RuntimeException error) => ErrorReport.Write(runspace, Host.Output, error);

    /// <summary>Stops the running command, if there is one, without waiting for its end.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Stop()
    {
        lock (gate)
        {
            if (running is null)
            {
                return false;
            }

            stopAsked = true;
            running.BeginStop(null, null);
            return true;
        }
    }

    /// <summary>Removes the module, which closes what it opened, and ends the engine.</summary>
    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        try
        {
            Call("Remove-Module", new Dictionary<string, object> { ["Name"] = "XRayPS", ["Force"] = true });
        }
        catch (Exception e) when (e is RuntimeException or InvalidOperationException)
        {
            // It was never imported, or the user removed it, or a command still ends.
        }

        runspace.Dispose();
    }

    private RunResult Run(PowerShell shell)
    {
        // Errors travel with the objects, so that both appear in the order in which they came.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand(new CmdletInfo("Out-ByType", typeof(OutByTypeCommand)));
        try
        {
            // The engine keeps $? only of what goes into the history.
            Guarded(shell, () => shell.Invoke(null, new PSInvocationSettings { AddToHistory = true }));
            bool stopped = shell.InvocationStateInfo.State == PSInvocationState.Stopped;
            return new RunResult(!stopped && IsLastSuccess(), stopped);
        }
        catch (PipelineStoppedException)
        {
            return new RunResult(Succeeded: false, Stopped: true);
        }
        catch (RuntimeException e)
        {
            bool stopped = stopAsked && shell.InvocationStateInfo.State == PSInvocationState.Stopped;
            if (!stopped)
            {
                Report(e);
            }

            return new RunResult(Succeeded: false, stopped, Threw: !stopped);
        }
        finally
        {
            progress.Clear();
        }
    }

    private bool IsLastSuccess() => runspace.SessionStateProxy.GetVariable("?") is not false;

    private T Guarded<T>(PowerShell shell, Func<T> work)
    {
        lock (gate)
        {
            running = shell;
            stopAsked = false;
        }

        try
        {
            return work();
        }
        finally
        {
            lock (gate)
            {
                running = null;
            }
        }
    }
}
