namespace XRayPS.Console.Engine;

/// <summary>How a command ended.</summary>
/// <param name="Succeeded">What <c>$?</c> said at its end; false when it ended with an error or was stopped.</param>
/// <param name="Stopped">Whether it was stopped, by Ctrl+C or by a signal.</param>
/// <param name="Threw">Whether an error ended it.</param>
public sealed record RunResult(bool Succeeded, bool Stopped, bool Threw = false)
{
    /// <summary>The exit code that pwsh gives to a command that ended so.</summary>
    public int ExitCode => Stopped ? ExitCodes.Interrupted : Succeeded ? ExitCodes.Success : ExitCodes.Failure;
}
