using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace XRayPS.Tracing;

/// <summary>
/// What the engine knows about an error in the moment in which it comes up and tells nobody: which command runs, what that
/// does with errors, whether a try statement waits; and the lists that errors are added to, which a script reaches by
/// -ErrorVariable on an advanced function only, at a multiple of the cost. What an engine does not have reads as null.
/// </summary>
/// <param name="cmdlet">A cmdlet that the engine runs.</param>
internal sealed class EngineState(Cmdlet cmdlet)
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly PropertyInfo? s_context = typeof(Cmdlet).BaseType!.GetProperty("Context", Hidden);
    private static readonly PropertyInfo? s_throws = Member(s_context, "PropagateExceptionsToEnclosingStatementBlock");
    private static readonly PropertyInfo? s_processor = Member(s_context, "CurrentCommandProcessor");
    private static readonly PropertyInfo? s_info = Member(s_processor, "CommandInfo");
    private static readonly PropertyInfo? s_runtime = Member(s_processor, "CommandRuntime");
    private static readonly PropertyInfo? s_action = Member(s_runtime, "ErrorAction");
    private static readonly PropertyInfo? s_output = Member(s_runtime, "OutputPipe");
    private static readonly MethodInfo? s_addList = ListMethod("AddVariableList");
    private static readonly MethodInfo? s_removeList = ListMethod("RemoveVariableList");
    private static readonly object? s_errors =
        s_addList is not null && Enum.TryParse(s_addList.GetParameters()[0].ParameterType, "Error", out object? kind)
            ? kind
            : null;

    private readonly object? _output = s_output?.DeclaringType!.IsInstanceOfType(cmdlet.CommandRuntime) is true
        ? s_output.GetValue(cmdlet.CommandRuntime)
        : null;
    private readonly object? _context = s_context?.GetValue(cmdlet);

    /// <summary>Whether an exception goes to a try statement, here or further out.</summary>
    internal bool IsInTry => _context is not null && s_throws?.GetValue(_context) is true;

    /// <summary>The command that runs.</summary>
    internal CommandInfo? Command => Processor is { } processor ? s_info?.GetValue(processor) as CommandInfo : null;

    /// <summary>What that command does with an error, by its own -ErrorAction or else by the variable.</summary>
    internal ActionPreference? ErrorAction =>
        Processor is { } processor && s_runtime?.GetValue(processor) is { } runtime
            ? s_action?.GetValue(runtime) as ActionPreference?
            : null;

    /// <summary>Adds errors to a list, those of the cmdlet and of all that writes to its output.</summary>
    internal void AddErrorList(IList list)
    {
        if (_output is not null && s_errors is not null)
        {
            s_addList?.Invoke(_output, [s_errors, list]);
        }
    }

    /// <summary>Ends that.</summary>
    internal void RemoveErrorList(IList list)
    {
        if (_output is not null && s_errors is not null)
        {
            s_removeList?.Invoke(_output, [s_errors, list]);
        }
    }

    private static MethodInfo? ListMethod(string name) => Array.Find(
        s_output?.PropertyType.GetMethods(Hidden) ?? [],
        method => method.Name == name
            && method.GetParameters() is [{ ParameterType.IsEnum: true }, { } list]
            && list.ParameterType == typeof(IList));

    private static PropertyInfo? Member(PropertyInfo? of, string name) => of?.PropertyType.GetProperty(name, Hidden);

    private object? Processor => _context is null ? null : s_processor?.GetValue(_context);
}
