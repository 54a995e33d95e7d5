using System.Collections;
using System.Management.Automation;

namespace XRayPS.Tracing;

/// <summary>
/// The errors of a traced block, as the engine adds them to lists such as those of -ErrorVariable. Those that nobody catches
/// and after which the block goes on are recorded. The engine also adds what is thrown, which may be caught yet and
/// otherwise leaves the block as an exception, and what -ErrorAction or $ErrorActionPreference silences.
/// </summary>
/// <param name="cmdlet">The cmdlet that runs the block.</param>
/// <param name="context">The block.</param>
internal sealed class BlockErrors(Cmdlet cmdlet, TraceContext context) : ArrayList
{
    private static readonly ScriptBlock s_preference = ScriptBlock.Create("$ErrorActionPreference");

    private readonly EngineState _engine = new(cmdlet);
    private Exception? _thrown;

    /// <summary>Sees errors from now on.</summary>
    internal BlockErrors Begin()
    {
        _engine.AddErrorList(this);
        return this;
    }

    /// <summary>Sees no more errors.</summary>
    internal void End() => _engine.RemoveErrorList(this);

    /// <inheritdoc/>
    public override int Add(object? value)
    {
        try
        {
            See(value);
        }
        catch (Exception failure) when (failure is not PipelineStoppedException)
        {
            // An exception may throw when it is asked for its text. The engine would take it for the block's own.
        }

        return 0;
    }

    private void See(object? value)
    {
        switch (value)
        {
            case Exception thrown:
                _thrown = ErrorExceptions.Origin(thrown);
                break;

            // What a block inside writes is recorded there, and told to this one when that ends.
            case ErrorRecord record when ReferenceEquals(TraceContexts.Current, context) && IsWritten(record):
                context.HasWritten = true;
                context.Fail(record);
                break;
        }
    }

    private bool IsWritten(ErrorRecord record)
    {
        bool isThrown = IsThrown(record);
        if (isThrown && (_engine.IsInTry || record.Exception is RuntimeException { WasThrownFromThrowStatement: true }))
        {
            return false;
        }

        object? action = isThrown ? null : _engine.ErrorAction;
        action ??= s_preference.InvokeReturnAsIs();
        return !LanguagePrimitives.TryConvertTo(action, out ActionPreference preference)
            || preference is ActionPreference.Continue or ActionPreference.Inquire;
    }

    /// <summary>
    /// Whether a statement failed, as against a command that wrote an error: then the record names no command, or one that
    /// has ended. Write-Error writes in the name of the script that calls it.
    /// </summary>
    private bool IsThrown(ErrorRecord record)
    {
        CommandInfo? running = _engine.Command;
        if (running is CmdletInfo { Name: "Write-Error" })
        {
            return false;
        }

        return record.InvocationInfo?.MyCommand is not { } command
            || record.Exception is ParameterBindingException
            || ReferenceEquals(_thrown, ErrorExceptions.Origin(record))
            || (running is not null && running.Name != command.Name);
    }
}
