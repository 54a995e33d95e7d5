namespace XRayPS.Console.Arguments;

/// <summary>What the command line said.</summary>
public sealed record ConsoleArguments
{
    /// <summary>The text to run, or null. A single <c>-</c> stands for the standard input.</summary>
    public string? Command { get; init; }

    /// <summary>The script file to run, or null.</summary>
    public string? File { get; init; }

    /// <summary>The arguments of the script file.</summary>
    public IReadOnlyList<string> FileArguments { get; init; } = [];

    /// <summary>Whether to prompt after the command, the file or the tour.</summary>
    public bool NoExit { get; init; }

    /// <summary>Whether questions to the user are errors.</summary>
    public bool NonInteractive { get; init; }

    /// <summary>Whether to leave out the banner.</summary>
    public bool NoLogo { get; init; }

    /// <summary>Whether to print the usage and end.</summary>
    public bool Help { get; init; }

    /// <summary>Whether to print the version and end.</summary>
    public bool Version { get; init; }

    /// <summary>Whether to start a local X-Ray; <c>-Demo</c>, <c>-Path</c>, the ports and the limit imply it.</summary>
    public bool Local { get; init; }

    /// <summary>Whether the local X-Ray is to have the sample traces.</summary>
    public bool Demo { get; init; }

    /// <summary>The database of the local X-Ray, or null for memory.</summary>
    public string? Path { get; init; }

    /// <summary>The TCP port of the local X-Ray, 0 for a free one, or null for the default.</summary>
    public int? Port { get; init; }

    /// <summary>The UDP port of the local X-Ray, 0 for a free one, or null for the default.</summary>
    public int? DaemonPort { get; init; }

    /// <summary>Requests of one operation a second that the local X-Ray takes, or null for any number.</summary>
    public double? RequestLimit { get; init; }

    /// <summary>The folder to start in, or null for the current one.</summary>
    public string? WorkingDirectory { get; init; }
}
