using XRayPS.Core.Filters.Ast;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>Compares a number with that of an expression.</summary>
internal sealed class NumberTest(FilterOperator filterOperator, double number)
{
    internal bool IsMatch(double value) => filterOperator switch
    {
        FilterOperator.Equal => value == number,
        FilterOperator.NotEqual => value != number,
        FilterOperator.Less => value < number,
        FilterOperator.LessOrEqual => value <= number,
        FilterOperator.Greater => value > number,
        FilterOperator.GreaterOrEqual => value >= number,
        _ => false,
    };
}
