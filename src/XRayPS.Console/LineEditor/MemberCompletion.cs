using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace XRayPS.Console.LineEditor;

/// <summary>
/// Members after a dot or a double colon. The engine's own completion of them sorts with a command that does not come
/// with the engine, and so answers nothing; the types it infers are the same here.
/// </summary>
internal static class MemberCompletion
{
    private const string Placeholder = "X";

    /// <summary>The members that could stand at the cursor.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="runspace">The runspace, idle.</param>
    public static CandidateSet Complete(string text, int cursor, Runspace runspace)
    {
        int start = cursor;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
        {
            start--;
        }

        if (start == 0 || text[start - 1] is not ('.' or ':'))
        {
            return CandidateSet.None;
        }

        // A member that is not there yet is no expression: one letter makes it one.
        string prefix = text[start..cursor];
        string name = prefix.Length == 0 ? Placeholder : prefix;
        string whole = string.Concat(text.AsSpan(0, start), name, text.AsSpan(cursor));
        Ast script = Parser.ParseInput(whole, out _, out _);
        if (script.Find(a => IsMemberAt(a, start), searchNestedScriptBlocks: true) is not MemberExpressionAst member)
        {
            return CandidateSet.None;
        }

        List<Candidate> found = [];
        foreach (Candidate candidate in Members(member, runspace))
        {
            bool isNew = candidate.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && !found.Exists(c => c.Label == candidate.Label);
            if (isNew)
            {
                found.Add(candidate);
            }
        }

        found.Sort((a, b) => StringComparer.OrdinalIgnoreCase.Compare(a.Label, b.Label));
        return new CandidateSet(start, cursor - start, found);
    }

    private static bool IsMemberAt(Ast ast, int start) =>
        ast is MemberExpressionAst member && member.Member.Extent.StartOffset == start;

    private static IEnumerable<Candidate> Members(MemberExpressionAst member, Runspace runspace)
    {
        if (!member.Static && TypeGuess.IsHarmless(member.Expression))
        {
            return MembersOfValue(member.Expression, runspace);
        }

        Type? type = member.Static
            ? (member.Expression as TypeExpressionAst)?.TypeName.GetReflectionType()
            : new TypeGuess(runspace).Of(member.Expression);
        BindingFlags flags = BindingFlags.Public | BindingFlags.FlattenHierarchy
            | (member.Static ? BindingFlags.Static : BindingFlags.Instance);
        return type is null ? [] : type.GetMembers(flags).Select(Describe).OfType<Candidate>();
    }

    private static IEnumerable<Candidate> MembersOfValue(ExpressionAst expression, Runspace runspace)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        PSObject? value = shell.AddScript(expression.Extent.Text, useLocalScope: true).Invoke().FirstOrDefault();
        return value is null ? [] : [.. value.Members.Select(Describe).OfType<Candidate>()];
    }

    private static Candidate? Describe(PSMemberInfo member)
    {
        bool isHidden = member.Name.Contains('_')
            || member.MemberType is PSMemberTypes.Event or PSMemberTypes.MemberSet or PSMemberTypes.PropertySet;
        return isHidden
            ? null
            : Describe(member.Name, member is PSMethodInfo, $"{member}".Split('\n', ';')[0]);
    }

    private static Candidate? Describe(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: false } method => Describe(method.Name, true, $"{method}"),
        PropertyInfo property => Describe(property.Name, false, $"[{property.PropertyType.Name}]"),
        FieldInfo field => Describe(field.Name, false, $"[{field.FieldType.Name}]"),
        _ => null,
    };

    private static Candidate Describe(string name, bool isMethod, string hint) =>
        isMethod ? new Candidate(name + "(", name + "()", hint) : new Candidate(name, name, hint);
}
