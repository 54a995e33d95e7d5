using XRayPS.Core.Filters.Ast;
using XRayPS.Core.Filters.Syntax;

namespace XRayPS.Core.Filters.Binding;

/// <summary>The groups that a filter refers to, directly and through other groups, with their trees.</summary>
internal sealed class GroupTable(IGroupFilters? groups)
{
    /// <summary>Longer chains of groups are refused like circles: they would nest as deep as all their filters together.</summary>
    private const int MaxChain = 10;

    private readonly Dictionary<(string Text, bool IsArn), GroupTree> _found = [];
    private readonly List<string> _open = [];

    /// <summary>What a reference stands for. References were looked up before by <see cref="Check"/>.</summary>
    internal GroupTree Find(ComparisonNode reference) =>
        reference.Literal is TextLiteral name ? _found[Key(reference, name)] : GroupTree.Absent;

    /// <summary>Looks up every group; the first reference that leads back to itself is refused.</summary>
    internal FilterError? Check(FilterNode? node, string text)
    {
        foreach (ComparisonNode reference in FilterWalk.All(node).OfType<ComparisonNode>())
        {
            if (reference is { Keyword.Keyword.Kind: KeywordKind.Group, Literal: TextLiteral name } && !Add(Key(reference, name)))
            {
                const string Problem = "the filters of groups refer to each other in a circle";
                return ErrorFactory.AtWord(text, name.Span, Problem, FilterEvidence.Emulated);
            }
        }

        return null;
    }

    private static (string, bool) Key(ComparisonNode reference, TextLiteral name) =>
        (name.Value, reference.Keyword.Keyword.Name == Vocabulary.GroupArn);

    /// <summary>False when the group is being looked at already.</summary>
    private bool Add((string Text, bool IsArn) key)
    {
        if (groups is null)
        {
            _found[key] = GroupTree.Unknown;
            return true;
        }

        if (groups.Find(key.Text, key.IsArn) is not { } expression)
        {
            _found[key] = GroupTree.Absent;
            return true;
        }

        // A name and an ARN may mean the same group: its filter tells, together with the depth of the chain.
        if (_open.Contains(expression) || _open.Count >= MaxChain)
        {
            return expression.Length == 0;
        }

        if (_found.ContainsKey(key))
        {
            return true;
        }

        FilterNode? tree = FilterReader.Read(expression, out FilterError? error);
        if (error is not null)
        {
            _found[key] = GroupTree.Absent;
            return true;
        }

        _open.Add(expression);
        bool ends = Check(tree, expression) is null;
        _open.RemoveAt(_open.Count - 1);
        _found[key] = new GroupTree(IsKnown: true, Exists: true, tree);
        return ends;
    }
}
