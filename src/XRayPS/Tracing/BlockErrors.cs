using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace XRayPS.Tracing;

/// <summary>
/// The errors of a traced block, as the engine adds them to the list of -ErrorVariable. Those that nobody catches and after
/// which the block goes on are recorded. The engine also adds what is thrown, which may be caught yet and otherwise leaves
/// the block as an exception, and what -ErrorAction or $ErrorActionPreference silences.
/// </summary>
/// <param name="cmdlet">The cmdlet that runs the block.</param>
/// <param name="context">The block.</param>
internal sealed class BlockErrors(Cmdlet cmdlet, TraceContext context) : ArrayList
{
    private static readonly ScriptBlock s_preference = ScriptBlock.Create("$ErrorActionPreference");

    /// <summary>The file that the frames of <see cref="Caller"/> in a script stack come from.</summary>
    internal const string CallerFile = "Trace-XRayCommand";

    private readonly EngineState _engine = new(cmdlet);
    private Exception? _thrown;

    /// <summary>
    /// Runs a block with arguments and this list. Only an advanced block keeps the errors of what it calls, and only one
    /// around it can have the list that they go to.
    /// </summary>
    internal static ScriptBlock Caller { get; } = Parser.ParseInput(
        """
        param($Block, $Arguments, $BlockErrors)
        & {
            param($Block, $Arguments, $BlockErrors)
            & { [CmdletBinding()] param($Block, $Arguments) & $Block @Arguments } $Block $Arguments -ErrorVariable +BlockErrors
        } $Block $Arguments $BlockErrors
        """,
        CallerFile,
        out _,
        out _).GetScriptBlock();

    /// <inheritdoc/>
    public override int Add(object? value)
    {
        switch (value)
        {
            case Exception thrown:
                _thrown = ErrorExceptions.Origin(thrown);
                break;

            // What a block inside writes is recorded there, and told to this one when that ends.
            case ErrorRecord record when ReferenceEquals(TraceContexts.Current, context) && IsWritten(record):
                context.Fail(record);
                context.HasWritten = true;
                break;
        }

        return 0;
    }

    private bool IsWritten(ErrorRecord record)
    {
        bool isThrown = IsThrown(record);
        if (isThrown && (_engine.IsInTry || record.Exception is RuntimeException { WasThrownFromThrowStatement: true }))
        {
            return false;
        }

        object? action = isThrown ? null : _engine.ErrorAction;
        return !LanguagePrimitives.TryConvertTo(action ?? s_preference.InvokeReturnAsIs(), out ActionPreference preference)
            || preference is ActionPreference.Continue or ActionPreference.Inquire;
    }

    /// <summary>
    /// Whether a statement failed, as against a command that wrote an error: then the record names no command, or one that
    /// has ended.
    /// </summary>
    private bool IsThrown(ErrorRecord record) =>
        record.InvocationInfo?.MyCommand is not { } command
        || record.Exception is ParameterBindingException
        || ReferenceEquals(_thrown, ErrorExceptions.Origin(record))
        || (_engine.Command is { } current && current.Name != command.Name);
}
