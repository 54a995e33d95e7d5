using System.Collections;

namespace XRayPS.Completion;

/// <summary>Completes relative times.</summary>
public sealed class InstantCompleter : ValueCompleter
{
    private static readonly KeyValuePair<string, string>[] Instants =
    [
        new("now", "this moment"),
        new("-5m", "5 minutes ago"),
        new("-15m", "15 minutes ago"),
        new("-1h", "an hour ago"),
        new("-6h", "6 hours ago"),
        new("-1d", "a day ago"),
    ];

    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound) => Instants;
}
