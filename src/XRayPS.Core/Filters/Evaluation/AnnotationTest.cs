using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>
/// Tests a value of an annotation. What is of another type than the literal passes no comparison, not even
/// <c>!=</c>; without a literal a boolean passes when it is true and everything else by being there.
/// </summary>
public sealed class AnnotationTest
{
    private readonly TextTest? _text;
    private readonly NumberTest? _number;
    private readonly bool? _flag;

    internal AnnotationTest()
    {
    }

    internal AnnotationTest(FilterOperator filterOperator, FilterLiteral literal)
    {
        IsComparison = true;
        _text = literal is TextLiteral text ? new TextTest(filterOperator, text.Value) : null;
        _number = literal is NumberLiteral number ? new NumberTest(filterOperator, number.Value) : null;
        _flag = Literals.Flag(literal) is { } flag && filterOperator <= FilterOperator.NotEqual
            ? flag == (filterOperator == FilterOperator.Equal)
            : null;
    }

    /// <summary>Whether the value is compared, rather than asked for.</summary>
    public bool IsComparison { get; }

    /// <summary>Whether a text passes.</summary>
    /// <param name="value">The value.</param>
    public bool IsMatch(string value) => IsComparison ? _text?.IsMatch(value) ?? false : true;

    /// <summary>Whether a number passes.</summary>
    /// <param name="value">The value.</param>
    public bool IsMatch(double value) => IsComparison ? _number?.IsMatch(value) ?? false : true;

    /// <summary>Whether a boolean passes.</summary>
    /// <param name="value">The value.</param>
    public bool IsMatch(bool value) => IsComparison ? value == _flag : value;

    /// <summary>Whether a value of any type passes.</summary>
    /// <param name="value">The value.</param>
    public bool IsMatch(AnnotationValue? value) => value switch
    {
        { StringValue: { } text } => IsMatch(text),
        { NumberValue: { } number } => IsMatch(number),
        { BooleanValue: { } flag } => IsMatch(flag),
        _ => false,
    };

    internal bool IsMatch(RecordMap<RecordList<ValueWithServiceIds>> annotations, string key)
    {
        if (!annotations.TryGetValue(key, out RecordList<ValueWithServiceIds>? values))
        {
            return false;
        }

        foreach (ValueWithServiceIds value in values)
        {
            if (IsMatch(value.AnnotationValue))
            {
                return true;
            }
        }

        return false;
    }
}
