using System.Globalization;
using System.Text.Json;
using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Constraints of a string in the model.</summary>
/// <param name="Min">Least length.</param>
/// <param name="Max">Greatest length.</param>
/// <param name="Pattern">A regular expression that the whole string has to match.</param>
/// <param name="Values">The values of an enumeration.</param>
public sealed record TextRule(int Min = 0, int? Max = null, string? Pattern = null, IReadOnlyList<string>? Values = null)
{
    /// <summary>No constraint.</summary>
    public static TextRule Any { get; } = new();

    /// <summary>One of the given values.</summary>
    /// <param name="values">The values, in the model's order.</param>
    public static TextRule OneOf(params string[] values) => new(Values: values);

    /// <summary>A length from <paramref name="min"/> to <paramref name="max"/>.</summary>
    /// <param name="min">Least length.</param>
    /// <param name="max">Greatest length.</param>
    public static TextRule Length(int min, int max) => new(min, max);

    internal void Validate(string value, string path, List<string> violations)
    {
        foreach (string constraint in Broken(value))
        {
            violations.Add(Violation.Text($"'{value}'", path, constraint));
        }
    }

    internal IEnumerable<string> Broken(string value)
    {
        if (Max is { } max && value.Length > max)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {max}");
        }

        if (value.Length < Min)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {Min}");
        }

        if (Pattern is not null
            && !System.Text.RegularExpressions.Regex.IsMatch(value, $@"\A(?:{Pattern})\z"))
        {
            yield return $"Member must satisfy regular expression pattern: {Pattern}";
        }

        if (Values is not null && !Values.Contains(value, StringComparer.Ordinal))
        {
            yield return $"Member must satisfy enum value set: [{string.Join(", ", Values)}]";
        }
    }
}

/// <summary>Constraints of a number in the model.</summary>
/// <param name="Min">Least value.</param>
/// <param name="Max">Greatest value.</param>
public sealed record NumberRule(double? Min = null, double? Max = null)
{
    /// <summary>No constraint.</summary>
    public static NumberRule Any { get; } = new();

    internal void Validate(double value, string printed, string path, List<string> violations)
    {
        if (Max is { } max && value > max)
        {
            violations.Add(Violation.Text($"'{printed}'", path,
                string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {max}")));
        }

        if (Min is { } min && value < min)
        {
            violations.Add(Violation.Text($"'{printed}'", path,
                string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {min}")));
        }
    }
}

/// <summary>The framework's sentence for a broken constraint.</summary>
internal static class Violation
{
    internal static string Text(string value, string path, string constraint) =>
        $"Value {value} at '{path}' failed to satisfy constraint: {constraint}";
}

internal sealed class TextCodec(TextRule rule) : ValueCodec<string>
{
    internal TextRule Rule => rule;

    internal override string? Read(ref Utf8JsonReader reader, ReadContext context, string where) =>
        reader.TokenType == JsonTokenType.String
            ? LenientText.Get(ref reader)
            : WrongKind(ref reader, context, where, "a string", "a String");

    internal override void Write(Utf8JsonWriter writer, string value, WriteStyle style) => writer.WriteStringValue(value);

    internal override void Validate(string value, string path, List<string> violations) =>
        rule.Validate(value, path, violations);
}

internal sealed class BooleanCodec : ValueCodec<bool?>
{
    internal override bool? Read(ref Utf8JsonReader reader, ReadContext context, string where) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => WrongKind(ref reader, context, where, "true or false", "a Boolean"),
    };

    internal override void Write(Utf8JsonWriter writer, bool? value, WriteStyle style) =>
        writer.WriteBooleanValue(value.GetValueOrDefault());
}

/// <summary>A 32-bit integer. Fractions are cut off and what is too large is clamped, as the service does (observed).</summary>
internal sealed class IntegerCodec(NumberRule rule) : ValueCodec<int?>
{
    internal override int? Read(ref Utf8JsonReader reader, ReadContext context, string where)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return WrongKind(ref reader, context, where, "a number", "an Integer");
        }

        if (reader.TryGetInt32(out int exact))
        {
            return exact;
        }

        double value = reader.GetDouble();
        return value >= int.MaxValue ? int.MaxValue : value <= int.MinValue ? int.MinValue : (int)value;
    }

    internal override void Write(Utf8JsonWriter writer, int? value, WriteStyle style) =>
        writer.WriteNumberValue(value.GetValueOrDefault());

    internal override void Validate(int? value, string path, List<string> violations) =>
        rule.Validate(value!.Value, value.Value.ToString(CultureInfo.InvariantCulture), path, violations);
}

internal sealed class LongCodec : ValueCodec<long?>
{
    internal override long? Read(ref Utf8JsonReader reader, ReadContext context, string where)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return WrongKind(ref reader, context, where, "a number", "a Long");
        }

        if (reader.TryGetInt64(out long exact))
        {
            return exact;
        }

        double value = reader.GetDouble();
        return value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;
    }

    internal override void Write(Utf8JsonWriter writer, long? value, WriteStyle style) =>
        writer.WriteNumberValue(value.GetValueOrDefault());
}

internal sealed class NumberCodec(NumberRule rule) : ValueCodec<double?>
{
    internal override double? Read(ref Utf8JsonReader reader, ReadContext context, string where) =>
        reader.TokenType == JsonTokenType.Number
            ? reader.GetDouble()
            : WrongKind(ref reader, context, where, "a number", "a Double");

    internal override void Write(Utf8JsonWriter writer, double? value, WriteStyle style) =>
        JavaNumber.Write(writer, value.GetValueOrDefault());

    internal override void Validate(double? value, string path, List<string> violations) =>
        rule.Validate(value!.Value, JavaNumber.Format(value.Value), path, violations);
}

internal sealed class TimestampCodec : ValueCodec<DateTimeOffset?>
{
    internal override DateTimeOffset? Read(ref Utf8JsonReader reader, ReadContext context, string where) =>
        reader.TokenType == JsonTokenType.Number
            ? Epoch.FromSeconds(reader.GetDouble())
            : WrongKind(ref reader, context, where, "a number of epoch seconds", "milliseconds since epoch");

    internal override void Write(Utf8JsonWriter writer, DateTimeOffset? value, WriteStyle style) =>
        JavaNumber.Write(writer, Epoch.ToSeconds(value.GetValueOrDefault()));
}
