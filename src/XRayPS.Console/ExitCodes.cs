namespace XRayPS.Console;

/// <summary>The exit codes of the process; they are those of pwsh where pwsh has one.</summary>
public static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A command ended with an error.</summary>
    public const int Failure = 1;

    /// <summary>The arguments could not be understood, or the script file is not there.</summary>
    public const int BadUsage = 64;

    /// <summary>The engine or the module could not be loaded.</summary>
    public const int InitFailure = 70;

    /// <summary>Ctrl+C ended a command that was not typed at the prompt: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>The process was asked to end: 128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
