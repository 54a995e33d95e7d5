using System.Diagnostics;
using System.Runtime.InteropServices;

namespace XRayPS.Smoke.Tests;

/// <summary>Real signals, as the shell and the system send them.</summary>
public sealed class SignalTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [UnixFact]
    public void Interrupt_stops_a_pipeline_at_once()
    {
        using ConsoleProcess console = ConsoleProcess.Start(
            "", "-NonInteractive", "-Command", "'started'; while ($true) { }; 'not reached'");
        console.WaitForOutput("started");
        long start = Stopwatch.GetTimestamp();
        Send(console, Interrupt);
        ConsoleRun run = console.WaitForEnd();
        Assert.Equal(130, run.ExitCode);
        Assert.Equal(["started"], run.Lines);
        Assert.Equal("", run.Error);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
    }

    [UnixFact]
    public void Terminate_stops_a_local_service_and_ends_cleanly()
    {
        using ConsoleProcess console = ConsoleProcess.Start(
            "", "-NonInteractive", "-Command", "Start-XRayLocalService -Port 0 -DaemonPort 0 -Wait; 'not reached'");
        console.WaitForOutput("127.0.0.1");
        Send(console, Terminate);
        ConsoleRun run = console.WaitForEnd();
        Assert.Equal(143, run.ExitCode);
        Assert.DoesNotContain("not reached", run.Output);
        Assert.Equal("", run.Error);
    }

    private static void Send(ConsoleProcess console, int signal) => Assert.Equal(0, Kill(console.Id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
