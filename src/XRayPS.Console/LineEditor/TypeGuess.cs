using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace XRayPS.Console.LineEditor;

/// <summary>
/// What an expression will be, told without running it: from the output that a command declares and the types of
/// properties.
/// </summary>
/// <param name="runspace">The runspace, idle.</param>
internal sealed class TypeGuess(Runspace runspace)
{
    /// <summary>The type of an expression, or null when it cannot be told.</summary>
    /// <param name="expression">The expression.</param>
    public Type? Of(Ast? expression) => expression switch
    {
        VariableExpressionAst { VariablePath.UserPath: "_" or "PSItem" } item => OfPipelineItem(item),
        InvokeMemberExpressionAst => null,
        MemberExpressionAst { Static: false, Member: StringConstantExpressionAst name } member =>
            Of(member.Expression)?.GetProperty(name.Value)?.PropertyType,
        IndexExpressionAst index when Of(index.Target) is { } target => ElementOf(target) ?? target,
        ParenExpressionAst paren => Of(paren.Pipeline),
        SubExpressionAst { SubExpression.Statements: [var only] } => Of(only),
        ArrayExpressionAst { SubExpression.Statements: [var only] } => Of(only),
        PipelineAst pipeline => OfOutput(pipeline.PipelineElements, pipeline.PipelineElements.Count - 1),
        ConvertExpressionAst convert => convert.StaticType,
        ConstantExpressionAst constant => constant.StaticType,
        ExpandableStringExpressionAst => typeof(string),
        HashtableAst => typeof(System.Collections.Hashtable),
        _ => null,
    };

    /// <summary>
    /// Whether an expression only reads variables, their members and their elements, so that it may be run while one
    /// types.
    /// </summary>
    /// <param name="expression">The expression.</param>
    public static bool IsHarmless(Ast expression) => expression switch
    {
        VariableExpressionAst variable => variable.VariablePath.UserPath is not ("_" or "PSItem"),
        InvokeMemberExpressionAst => false,
        MemberExpressionAst { Static: false, Member: StringConstantExpressionAst } member =>
            IsHarmless(member.Expression),
        IndexExpressionAst { Index: ConstantExpressionAst } index => IsHarmless(index.Target),
        _ => false,
    };

    /// <summary>The type of what is piped into a command, or null when it cannot be told.</summary>
    /// <param name="command">The command.</param>
    public Type? OfInput(CommandAst command) =>
        command.Parent is PipelineAst pipeline
            ? OfOutput(pipeline.PipelineElements, pipeline.PipelineElements.IndexOf(command) - 1)
            : null;

    // The script block that $_ stands in is an argument of a command: its input is the output of the one before.
    private Type? OfPipelineItem(Ast item)
    {
        for (Ast? ast = item.Parent; ast is not null; ast = ast.Parent)
        {
            if (ast is CommandAst command)
            {
                return OfInput(command);
            }
        }

        return null;
    }

    private Type? OfOutput(IReadOnlyList<CommandBaseAst> elements, int index)
    {
        // What filters and sorts passes its input through.
        while (index > 0 && elements[index] is CommandAst filter && PassesThrough(filter.GetCommandName()))
        {
            index--;
        }

        return index < 0
            ? null
            : elements[index] switch
            {
                CommandExpressionAst expression => Of(expression.Expression),
                CommandAst command => Declared(command.GetCommandName()),
                _ => null,
            };
    }

    private static bool PassesThrough(string? name) =>
        name?.ToLowerInvariant() is "where-object" or "where" or "?" or "sort-object" or "sort" or "select-xraytrace";

    private Type? Declared(string? name)
    {
        CommandInfo? command = name is null
            ? null
            : runspace.SessionStateProxy.InvokeCommand.GetCommand(name, CommandTypes.Cmdlet | CommandTypes.Alias);
        command = command is AliasInfo alias ? alias.ResolvedCommand : command;
        return command?.OutputType.Select(o => o.Type).FirstOrDefault(t => t is not null);
    }

    private static Type? ElementOf(Type? list) =>
        list?.IsArray == true
            ? list.GetElementType()
            : list?.GetInterfaces().Append(list)
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                .Select(i => i.GetGenericArguments()[0])
                .FirstOrDefault();
}
