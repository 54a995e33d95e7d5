using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using XRayPS.Bench.Support;

namespace XRayPS.Bench.Engine;

/// <summary>PowerShell's engine with the module as the build stages it, opened as the console opens it.</summary>
internal sealed class HostedEngine : IDisposable
{
    private readonly Runspace _runspace;

    internal HostedEngine()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Measure-Taken", typeof(MeasureTakenCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
    }

    internal static HostedEngine WithModule()
    {
        HostedEngine engine = new();
        engine.ImportModule();
        return engine;
    }

    internal void ImportModule() => Run("param($Path) Import-Module $Path", Checkout.Manifest);

    /// <summary>Runs a script; its first error is thrown.</summary>
    internal Collection<PSObject> Run(string script, params object[] arguments)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        foreach (object argument in arguments)
        {
            shell.AddArgument(argument);
        }

        Collection<PSObject> output = shell.Invoke();
        return shell.HadErrors
            ? throw new InvalidOperationException(string.Join(Environment.NewLine, shell.Streams.Error))
            : output;
    }

    public void Dispose() => _runspace.Dispose();
}
