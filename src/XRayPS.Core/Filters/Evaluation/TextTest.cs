using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Compares a text with that of an expression, case-sensitively.</summary>
public sealed class TextTest
{
    private readonly FilterOperator _operator;
    private readonly string _text;

    internal TextTest(FilterOperator filterOperator, string text)
    {
        _operator = filterOperator;
        _text = text;
    }

    /// <summary>Whether a value passes.</summary>
    /// <param name="value">The value.</param>
    public bool IsMatch(string value) => _operator switch
    {
        FilterOperator.Equal => value == _text,
        FilterOperator.NotEqual => value != _text,
        FilterOperator.Contains => value.Contains(_text, StringComparison.Ordinal),
        FilterOperator.BeginsWith => value.StartsWith(_text, StringComparison.Ordinal),
        FilterOperator.EndsWith => value.EndsWith(_text, StringComparison.Ordinal),
        _ => false,
    };
}
