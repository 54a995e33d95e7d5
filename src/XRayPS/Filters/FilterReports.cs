using XRayPS.Core.Filters;
using XRayPS.Core.Filters.Ast;

namespace XRayPS.Filters;

/// <summary>Makes reports of expressions.</summary>
internal static class FilterReports
{
    internal static FilterReport Of(string expression)
    {
        if (!Filter.TryParse(expression, out Filter? filter, out FilterError? error))
        {
            return new FilterReport { Expression = expression, Diagnostics = [Of(error)] };
        }

        RecordList<FilterTreeNode> tree = [];
        if (filter.Root is not null)
        {
            Add(tree, filter.Root, 0);
        }

        return new FilterReport
        {
            Expression = expression,
            Normalized = filter.ToString(),
            NeedsDocuments = new RecordList<string>(filter.DocumentConditions.Select(FilterPrinter.Print)),
            Tree = tree,
        };
    }

    private static FilterDiagnostic Of(FilterError error) => new()
    {
        Line = error.Line,
        Column = error.Position,
        Word = error.Expression.Substring(error.Span.Start, error.Span.Length),
        Message = error.Message,
        Suggestion = error.Suggestion,
        IsCertain = error.IsCertain,
        ServiceMessage = error.ServiceMessage,
    };

    private static void Add(RecordList<FilterTreeNode> tree, FilterNode node, int depth)
    {
        IReadOnlyList<FilterNode> children = FilterWalk.Children(node);
        string text = node switch
        {
            OrNode => "OR",
            AndNode => "AND",
            NotNode => "NOT",
            ServiceNode { Body: not null } service => FilterPrinter.Print(service with { Body = null }),
            EdgeNode { Body: not null } edge => FilterPrinter.Print(edge with { Body = null }),
            RootCauseNode cause => cause.Keyword.Keyword.Name,
            _ => FilterPrinter.Print(node),
        };
        tree.Add(new FilterTreeNode { Depth = depth, Node = text, Column = node.Span.Start + 1 });
        foreach (FilterNode child in children)
        {
            Add(tree, child, depth + 1);
        }
    }
}
