using System.Globalization;

namespace XRayPS.Core.Rendering;

/// <summary>Durations as people say them, in at most eight characters up to a hundred days.</summary>
public static class DurationText
{
    /// <summary>
    /// A duration with three digits and a unit: <c>350 µs</c>, <c>4.5 ms</c>, <c>45 ms</c>, <c>1.23 s</c>,
    /// <c>12.3 s</c>, <c>2m 05s</c>, <c>1h 02m</c>, <c>3d 04h</c>. Null and what is no number are an empty text.
    /// </summary>
    /// <param name="seconds">The duration in seconds.</param>
    public static string Format(double? seconds)
    {
        if (seconds is not { } value || !double.IsFinite(value))
        {
            return "";
        }

        return value < 0 ? "-" + FormatPositive(-value) : FormatPositive(value);
    }

    // Each limit is where the text of the smaller unit would round up to a fourth digit.
    private static string FormatPositive(double seconds) => seconds switch
    {
        < 0.000_000_5 => "0 ms",
        < 0.000_999_5 => Number(seconds * 1e6, "0", " µs"),
        < 0.009_95 => Number(seconds * 1e3, "0.0", " ms"),
        < 0.999_5 => Number(seconds * 1e3, "0", " ms"),
        < 9.995 => Number(seconds, "0.00", " s"),
        < 59.95 => Number(seconds, "0.0", " s"),
        < 3_599.5 => Pair(seconds, 60, "m", 1, "s"),
        < 86_370 => Pair(seconds, 3_600, "h", 60, "m"),
        < 1e12 => Pair(seconds, 86_400, "d", 3_600, "h"),
        _ => Number(seconds / 86_400, "0.##E+0", "d"),
    };

    private static string Number(double value, string format, string unit) =>
        value.ToString(format, CultureInfo.InvariantCulture) + unit;

    private static string Pair(double seconds, int large, string largeName, int small, string smallName)
    {
        long units = (long)Math.Round(seconds / small, MidpointRounding.AwayFromZero);
        (long first, long second) = Math.DivRem(units, large / small);
        return string.Create(CultureInfo.InvariantCulture, $"{first}{largeName} {second:00}{smallName}");
    }
}
