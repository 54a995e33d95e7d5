using System.Runtime.InteropServices;

namespace XRayPS.Console.Engine;

/// <summary>
/// Ctrl+C stops the running command and never the process; a request to end stops it too and lets the program leave by
/// its own door, so that a database is closed and the terminal is as it was.
/// </summary>
public sealed class Signals : IDisposable
{
    private readonly List<PosixSignalRegistration> registrations = [];
    private readonly Shell shell;

    /// <summary>Listens.</summary>
    /// <param name="shell">Whose commands are stopped.</param>
    public Signals(Shell shell)
    {
        this.shell = shell;
        Listen(PosixSignal.SIGINT, () => shell.Stop());
        Listen(PosixSignal.SIGTERM, End);
        Listen(PosixSignal.SIGHUP, End);
    }

    /// <summary>Raised when the process was asked to end.</summary>
    public event Action? EndAsked;

    /// <summary>Whether the process was asked to end.</summary>
    public bool IsEndAsked { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
        {
            registration.Dispose();
        }
    }

    private void Listen(PosixSignal signal, Action action) =>
        registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            action();
        }));

    private void End()
    {
        IsEndAsked = true;
        shell.Stop();
        EndAsked?.Invoke();
    }
}
