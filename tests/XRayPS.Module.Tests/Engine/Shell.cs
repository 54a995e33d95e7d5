using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace XRayPS.Module.Tests.Engine;

/// <summary>A runspace of the real engine with the staged module imported.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Runspace _runspace;

    internal Shell()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(StagedModule.Manifest);
        state.Commands.Add(new SessionStateCmdletEntry("Select-First", typeof(SelectFirstCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Test-Instant", typeof(TestInstantCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Test-Span", typeof(TestSpanCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Test-TraceId", typeof(TestTraceIdCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>The runspace.</summary>
    internal Runspace Runspace => _runspace;

    /// <summary>A pipeline in the shell's runspace, for callers that watch streams or stop.</summary>
    internal PowerShell NewPipeline(string script)
    {
        PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        return shell.AddScript(script, useLocalScope: false);
    }

    /// <summary>Runs a script; a terminating error is thrown.</summary>
    internal Outcome Run(string script, params object[] input)
    {
        using PowerShell shell = NewPipeline(script);
        List<PSObject> output = [.. input.Length == 0 ? shell.Invoke() : shell.Invoke(input)];
        return new Outcome(output, shell);
    }

    public void Dispose() => _runspace.Dispose();
}
