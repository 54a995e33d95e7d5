namespace XRayPS.Core.Filters.Ast;

/// <summary>Operators as they are written, and which kinds of keywords take them.</summary>
public static class OperatorText
{
    private static readonly string[] Texts = ["=", "!=", "<", "<=", ">", ">=", "CONTAINS", "BEGINSWITH", "ENDSWITH"];

    /// <summary>The operator as text.</summary>
    /// <param name="filterOperator">The operator.</param>
    public static string Of(FilterOperator filterOperator) => Texts[(int)filterOperator];

    /// <summary>Whether a keyword of a kind may be compared so.</summary>
    /// <param name="kind">The kind of keyword.</param>
    /// <param name="filterOperator">The operator.</param>
    public static bool IsFor(KeywordKind kind, FilterOperator filterOperator) => kind switch
    {
        KeywordKind.Boolean or KeywordKind.Group => filterOperator <= FilterOperator.NotEqual,
        KeywordKind.Number => filterOperator <= FilterOperator.GreaterOrEqual,
        KeywordKind.Text => filterOperator is <= FilterOperator.NotEqual or >= FilterOperator.Contains,
        KeywordKind.Annotation => true,
        KeywordKind.RootCauseJson => filterOperator == FilterOperator.Equal,
        _ => false,
    };

    /// <summary>The operators of a kind of keyword, as text.</summary>
    /// <param name="kind">The kind of keyword.</param>
    public static IEnumerable<string> For(KeywordKind kind) =>
        Enum.GetValues<FilterOperator>().Where(each => IsFor(kind, each)).Select(Of);
}
