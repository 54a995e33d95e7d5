using System.Globalization;
using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters;

/// <summary>Joins conditions with AND, values quoted as the language needs it.</summary>
public sealed class FilterBuilder
{
    private readonly List<string> _conditions = [];

    /// <summary>Adds a keyword alone.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="holds">False adds it negated.</param>
    public FilterBuilder Flag(string keyword, bool holds = true) => Add(holds ? keyword : $"!{keyword}");

    /// <summary>Adds a comparison with a text, a number or a boolean.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="sign">The operator.</param>
    /// <param name="value">The value; numbers as double.</param>
    public FilterBuilder Compare(string keyword, FilterOperator sign, object value) =>
        Add($"{keyword} {OperatorText.Of(sign)} {Literal(value)}");

    /// <summary>Adds that one of several texts is the value.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="values">The texts.</param>
    public FilterBuilder OneOf(string keyword, IReadOnlyList<string> values) =>
        AnyOf([.. values.Select(value => $"{keyword} = {FilterPrinter.Quote(value)}")]);

    /// <summary>Adds that one of several conditions holds.</summary>
    /// <param name="conditions">The conditions.</param>
    public FilterBuilder AnyOf(IReadOnlyList<string> conditions) =>
        Add(conditions.Count == 1 ? conditions[0] : $"({string.Join(" OR ", conditions)})");

    /// <summary>Adds a condition on an annotation.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value; null asks that the annotation is there.</param>
    public FilterBuilder Annotation(string key, object? value)
    {
        string use = FilterPrinter.Print(new KeywordUse(Vocabulary.Find(Vocabulary.Annotation)!, key, default));
        return value is null ? Add(use) : Compare(use, FilterOperator.Equal, value);
    }

    /// <summary>Adds a whole expression.</summary>
    /// <param name="expression">The expression.</param>
    public FilterBuilder Expression(string expression) =>
        Filter.TryParse(expression, out Filter? filter, out _) && filter.Root is not OrNode ? Add(expression) : Add($"({expression})");

    /// <summary>The expression; empty without conditions.</summary>
    public override string ToString() => string.Join(" AND ", _conditions);

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => FilterPrinter.Quote((string)value),
    };

    private FilterBuilder Add(string condition)
    {
        _conditions.Add(condition);
        return this;
    }
}
