using System.Collections;

namespace XRayPS.Completion;

/// <summary>Completes spans of time that people ask for.</summary>
public sealed class SpanCompleter : ValueCompleter
{
    private static readonly KeyValuePair<string, string>[] Spans =
    [
        new("5m", "the last 5 minutes"),
        new("15m", "the last 15 minutes"),
        new("30m", "the last 30 minutes"),
        new("1h", "the last hour"),
        new("6h", "the last 6 hours"),
        new("1d", "the last day"),
        new("7d", "the last week"),
    ];

    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound) => Spans;
}
