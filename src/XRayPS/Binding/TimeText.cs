using System.Globalization;
using System.Text.RegularExpressions;

namespace XRayPS.Binding;

/// <summary>Spans and instants as people write them. Numbers parse the same in every culture.</summary>
internal static partial class TimeText
{
    /// <summary>Later than any time that is meant in seconds; such a number is one of milliseconds.</summary>
    private const double LastSecond = 1e11;

    /// <summary>Reads <c>90s</c>, <c>15m</c>, <c>1h30m</c>, <c>6 hours</c>, <c>2d</c>, or a TimeSpan's text with a colon.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The span.</param>
    internal static bool TryParseSpan(string text, out TimeSpan span)
    {
        string trimmed = text.Trim();
        span = default;
        if (trimmed.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out span);
        }

        MatchCollection parts = Part().Matches(trimmed);
        if (parts.Count == 0 || string.Concat(parts.Select(static part => part.Value)) != trimmed)
        {
            return false;
        }

        double seconds = parts.Sum(static part =>
            double.Parse(part.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            * SecondsOf(part.Groups["unit"].Value));
        if (seconds > TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return false;
        }

        span = TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
        return true;
    }

    /// <summary>Reads <c>now</c>, <c>-2h</c>, <c>now-2h</c>, <c>15 minutes ago</c>, epoch seconds, or a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">The present.</param>
    /// <param name="instant">The instant; a date without an offset is local.</param>
    /// <param name="error">Why not.</param>
    internal static bool TryParseInstant(string text, DateTimeOffset now, out DateTimeOffset instant, out string error)
    {
        string trimmed = text.Trim();
        error = "";
        if (TryParseRelative(trimmed, now, out instant))
        {
            return true;
        }

        if (double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds))
        {
            return TryFromSeconds(seconds, out instant, out error);
        }

        if (DateTimeOffset.TryParse(
            trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal | DateTimeStyles.AllowWhiteSpaces, out instant))
        {
            return true;
        }

        error = TryParseSpan(trimmed, out _)
            ? $"'{text}' is a span, not a time. Say -{trimmed} or '{trimmed} ago'."
            : $"'{text}' is no time. Say a date such as 2026-10-05T14:30:00, epoch seconds, -2h, '15 minutes ago', or now.";
        return false;
    }

    /// <summary>An instant of epoch seconds, refusing what must be milliseconds.</summary>
    internal static bool TryFromSeconds(double seconds, out DateTimeOffset instant, out string error)
    {
        bool plausible = Math.Abs(seconds) < LastSecond;
        instant = plausible ? Core.Model.Epoch.FromSeconds(seconds) : default;
        error = plausible
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{seconds} is too large for epoch seconds. Are these milliseconds?");
        return plausible;
    }

    private static bool TryParseRelative(string text, DateTimeOffset now, out DateTimeOffset instant)
    {
        instant = now;
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        Match match = Relative().Match(text);
        if (!match.Success || !TryParseSpan(match.Groups["span"].Value, out TimeSpan span))
        {
            return false;
        }

        bool later = match.Groups["sign"].Value == "+";
        try
        {
            instant = later ? now + span : now - span;
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static double SecondsOf(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        'd' => 86_400,
        'w' => 604_800,
        'h' => 3_600,
        's' => 1,
        _ => unit.StartsWith("ms", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("mil", StringComparison.OrdinalIgnoreCase)
            ? 0.001
            : 60,
    };

    [GeneratedRegex(
        @"\s*(?<number>\d+(\.\d+)?)\s*(?<unit>milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)(?![a-z])\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"^(?:(?:now\s*)?(?<sign>[-+])\s*(?<span>[^\s+:-].*)|(?<span>[^-+].*?)\s+ago)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Relative();
}
