using System.Globalization;

namespace XRayPS.Core.Otlp;

/// <summary>
/// The attributes of a span while it becomes a segment: what has found its place in a block is taken, and what is left
/// becomes metadata or annotations.
/// </summary>
internal sealed class SpanAttributes(OtlpSpan span)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The attributes that no block has taken.</summary>
    internal IEnumerable<KeyValuePair<string, object?>> Rest =>
        span.Attributes.Where(pair => !_taken.Contains(pair.Key));

    /// <summary>The text of the first of several names that the span has; nothing is taken.</summary>
    internal string? Peek(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (TextOf(span.Attributes, name) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The text of the first of several names that the span has; all of them are taken.</summary>
    internal string? Take(params ReadOnlySpan<string> names)
    {
        string? text = Peek(names);
        foreach (string name in names)
        {
            _taken.Add(name);
        }

        return text;
    }

    /// <summary>A value as it is; it is taken.</summary>
    internal object? TakeValue(string name)
    {
        _taken.Add(name);
        return span.Attributes.TryGetValue(name, out object? value) ? value : null;
    }

    /// <summary>The text of an attribute; numbers too, for ports are sent as either.</summary>
    internal static string? TextOf(RecordMap<object?> attributes, string name) =>
        attributes.TryGetValue(name, out object? value)
            ? value switch
            {
                string { Length: > 0 } text => text,
                long number => number.ToString(CultureInfo.InvariantCulture),
                _ => null,
            }
            : null;

    /// <summary>The whole number of an attribute, which some senders write as text.</summary>
    internal static long? NumberOf(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
