using System.Management.Automation;

namespace XRayPS.Module.Tests.Engine;

/// <summary>What a pipeline wrote.</summary>
internal sealed class Outcome
{
    internal Outcome(IReadOnlyList<PSObject> output, PowerShell shell)
    {
        Output = output;
        Errors = [.. shell.Streams.Error];
        Verbose = [.. shell.Streams.Verbose.Select(record => record.Message)];
        Warnings = [.. shell.Streams.Warning.Select(record => record.Message)];
    }

    internal IReadOnlyList<PSObject> Output { get; }

    internal IReadOnlyList<ErrorRecord> Errors { get; }

    internal IReadOnlyList<string> Verbose { get; }

    internal IReadOnlyList<string> Warnings { get; }

    /// <summary>The output as values of one type; fails on anything else.</summary>
    internal IReadOnlyList<T> As<T>() => [.. Output.Select(item => Assert.IsType<T>(item.BaseObject, exactMatch: false))];
}
