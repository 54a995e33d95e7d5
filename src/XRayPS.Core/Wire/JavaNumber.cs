using System.Globalization;

namespace XRayPS.Core.Wire;

/// <summary>
/// Doubles as the real service prints them: <c>4.0</c>, <c>0.125</c>, <c>1.790161552E9</c> (Java's Double.toString). Any
/// JSON reader takes them; writing them the same way lets a client's weakness show here rather than against AWS.
/// </summary>
public static class JavaNumber
{
    /// <summary>The text of a finite number.</summary>
    /// <param name="value">The number.</param>
    public static string Format(double value)
    {
        double size = Math.Abs(value);
        if (size == 0)
        {
            return "0.0";
        }

        if (size is >= 1e-3 and < 1e7)
        {
            string plain = value.ToString("R", CultureInfo.InvariantCulture);
            return plain.Contains('.', StringComparison.Ordinal) ? plain : plain + ".0";
        }

        // "E16" style gives too many digits: take the shortest digits and set the point behind the first.
        string shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        int exponent = int.Parse(shortest.AsSpan(shortest.IndexOf('E', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        string sign = value < 0 ? "-" : "";
        string mantissa = Mantissa(digits);
        string tail = mantissa.Length > 1 ? mantissa[1..] : "0";
        return $"{sign}{mantissa[0]}.{tail}E{exponent.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Writes the number into UTF-8 JSON. Numbers that JSON cannot hold become null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The number.</param>
    public static void Write(System.Text.Json.Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
        {
            writer.WriteNullValue();
            return;
        }

        string text = Format(value);
        Span<byte> bytes = stackalloc byte[40];
        System.Text.Unicode.Utf8.FromUtf16(text, bytes, out _, out int length);
        writer.WriteRawValue(bytes[..length], skipInputValidation: true);
    }

    private static string Mantissa(string digits)
    {
        int e = digits.IndexOf('E', StringComparison.Ordinal);
        ReadOnlySpan<char> body = e < 0 ? digits : digits.AsSpan(0, e);
        Span<char> kept = stackalloc char[body.Length];
        int count = 0;
        foreach (char c in body)
        {
            if (char.IsAsciiDigit(c) && (count > 0 || c != '0'))
            {
                kept[count++] = c;
            }
        }

        return new string(kept[..count].TrimEnd('0'));
    }
}
