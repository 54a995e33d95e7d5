using System.Management.Automation;

namespace XRayPS.Console.Engine;

/// <summary>
/// Stands in for a command that ships with PowerShell 7 and not with the engine: takes any arguments and says where the
/// command is to be had. The error ends the statement, as that of a command that is not there does.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "Missing")]
public sealed class MissingCommand : PSCmdlet
{
    /// <summary>Whatever was typed after the name.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    public object[]? Arguments { get; set; }

    /// <summary>Whatever was piped in.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        string name = MyInvocation.MyCommand.Name;
        string message = MissingCommands.Describe(name);
        ThrowTerminatingError(new ErrorRecord(
            new CommandNotFoundException(message) { CommandName = name },
            "CommandShipsWithPowerShell",
            ErrorCategory.ObjectNotFound,
            name));
    }
}
