namespace XRayPS.Core.Analysis;

/// <summary>What a trace is filed under. A trace with several users or annotation values counts into each group.</summary>
public sealed class TraceGrouping
{
    private const string AnnotationPrefix = "Annotation.";

    private static readonly Dictionary<string, Func<TraceSummary, string?>> Single = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Service"] = summary => summary.EntryPointName,
        ["Url"] = summary => summary.Url,
        ["Path"] = summary => PathOf(summary.Url),
        ["Method"] = summary => summary.Method,
        ["HttpStatus"] = summary => summary.HttpStatus?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Status"] = summary => summary.Status.ToString(),
        ["ClientIp"] = summary => summary.ClientIp,
        ["UserAgent"] = summary => summary.UserAgent,
    };

    private readonly Func<TraceSummary, IEnumerable<string?>> _keys;

    private TraceGrouping(string name, Func<TraceSummary, IEnumerable<string?>> keys)
    {
        Name = name;
        _keys = keys;
    }

    /// <summary>The names that can be given, beside <c>Annotation.</c> and a key.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Single.Keys, "User", "AnyService"];

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>The grouping of a name, or null when there is no such name.</summary>
    /// <param name="name">One of <see cref="Names"/> in any case, or <c>Annotation.key</c> with the key as it is written.</param>
    public static TraceGrouping? Find(string name)
    {
        if (Single.TryGetValue(name, out Func<TraceSummary, string?>? key))
        {
            return new TraceGrouping(name, summary => [key(summary)]);
        }

        if (name.Equals("User", StringComparison.OrdinalIgnoreCase))
        {
            return new TraceGrouping(name, summary => OrNone(summary.Users.Select(user => user.UserName)));
        }

        if (name.Equals("AnyService", StringComparison.OrdinalIgnoreCase))
        {
            return new TraceGrouping(name, summary => OrNone(
                summary.ServiceIds.Where(id => id.Type != "client").Select(id => id.Name).Distinct(StringComparer.Ordinal)));
        }

        if (name.StartsWith(AnnotationPrefix, StringComparison.OrdinalIgnoreCase) && name.Length > AnnotationPrefix.Length)
        {
            string annotation = name[AnnotationPrefix.Length..];
            return new TraceGrouping(name, summary => summary.Annotations.TryGetValue(annotation, out RecordList<ValueWithServiceIds>? values)
                ? OrNone(values.Select(value => value.ToString()))
                : [null]);
        }

        return null;
    }

    /// <summary>The groups of a trace; null stands for traces without a value.</summary>
    /// <param name="summary">The trace.</param>
    public IEnumerable<string?> KeysOf(TraceSummary summary) => _keys(summary);

    private static IEnumerable<string?> OrNone(IEnumerable<string?> values) => values.DefaultIfEmpty(null);

    /// <summary>The path without query, so that one route is one group.</summary>
    private static string? PathOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) ? parsed.AbsolutePath : url?.Split('?')[0];
}
