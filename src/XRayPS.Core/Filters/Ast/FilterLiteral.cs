using System.Globalization;

namespace XRayPS.Core.Filters.Ast;

/// <summary>A value in an expression.</summary>
/// <param name="Span">Where it stands in the text.</param>
public abstract record FilterLiteral(TextSpan Span);

/// <summary>A text in double quotes.</summary>
/// <param name="Value">The text without quotes and escapes.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record TextLiteral(string Value, TextSpan Span) : FilterLiteral(Span);

/// <summary>A number.</summary>
/// <param name="Value">The number.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record NumberLiteral(double Value, TextSpan Span) : FilterLiteral(Span)
{
    /// <summary>The number as the language writes it.</summary>
    public string ToText() => Value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="Value">The value.</param>
/// <param name="Span">Where it stands in the text.</param>
public sealed record BooleanLiteral(bool Value, TextSpan Span) : FilterLiteral(Span);
