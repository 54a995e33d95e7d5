using System.Globalization;
using XRayPS.Core.Documents;
using XRayPS.Core.Summaries;

namespace XRayPS.Core.Analysis;

/// <summary>
/// What a trace is filed under. A trace with several users, services or annotation values counts into each group. Where
/// segments are at hand, services and operations count with their own times and outcomes.
/// </summary>
public sealed class TraceGrouping
{
    private const string AnnotationPrefix = "Annotation.";

    private static readonly Dictionary<string, Func<TraceSummary, IEnumerable<string?>>> Known =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["EntryPoint"] = static summary => [summary.EntryPointName],
            ["Service"] = static summary => OrNone(
                summary.ServiceIds
                    .Where(static id => id.Type != "client")
                    .Select(static id => id.Name)
                    .Distinct(StringComparer.Ordinal)),
            ["Operation"] = static summary => [OperationText.Of(summary)],
            ["Url"] = static summary => [summary.Url],
            ["Path"] = static summary => [PathOf(summary.Url)],
            ["Method"] = static summary => [summary.Method],
            ["HttpStatus"] = static summary => [summary.HttpStatus?.ToString(CultureInfo.InvariantCulture)],
            ["Status"] = static summary => [summary.Status.ToString()],
            ["User"] = static summary => OrNone(summary.Users.Select(static user => user.UserName)),
            ["UserAgent"] = static summary => [summary.UserAgent],
            ["ClientIp"] = static summary => [summary.ClientIp],
        };

    private readonly Func<TraceSummary, IEnumerable<string?>> _keys;
    private readonly Func<TimelineEntry, string?>? _keyInside;

    private TraceGrouping(string name, Func<TraceSummary, IEnumerable<string?>> keys)
    {
        Name = name;
        _keys = keys;
        _keyInside = name switch
        {
            "Service" => static entry => entry.IsSegment ? entry.Document.Name : entry.Inferred?.Name,
            "Operation" => OperationText.Of,
            _ => null,
        };
    }

    /// <summary>The names that can be given, beside <c>Annotation.</c> and a key.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys];

    /// <summary>The name, in the case of <see cref="Names"/>.</summary>
    public string Name { get; }

    /// <summary>The grouping of a name, or null when there is no such name.</summary>
    /// <param name="name">One of <see cref="Names"/> in any case, or <c>Annotation.key</c> with the key as it is written.</param>
    public static TraceGrouping? Find(string name)
    {
        if (Known.TryGetValue(name, out Func<TraceSummary, IEnumerable<string?>>? keys))
        {
            return new TraceGrouping(Names.First(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)), keys);
        }

        if (name.StartsWith(AnnotationPrefix, StringComparison.OrdinalIgnoreCase) && name.Length > AnnotationPrefix.Length)
        {
            string annotation = name[AnnotationPrefix.Length..];
            return new TraceGrouping(
                AnnotationPrefix + annotation,
                summary => summary.Annotations.TryGetValue(annotation, out RecordList<ValueWithServiceIds>? values)
                    ? OrNone(values.Select(static value => value.ToString()))
                    : [null]);
        }

        return null;
    }

    /// <summary>What a trace adds to its groups, by its summary.</summary>
    /// <param name="summary">The trace.</param>
    public IEnumerable<TraceObservation> Observe(TraceSummary summary) =>
        _keys(summary).Select(key => TraceObservation.Of(summary, key));

    /// <summary>What a trace adds to its groups, by its segments where the grouping looks inside.</summary>
    /// <param name="trace">The trace.</param>
    public IEnumerable<TraceObservation> Observe(Trace trace)
    {
        if (_keyInside is null)
        {
            return Observe(SummaryFold.Summarize(TraceAssembly.Assemble(trace)));
        }

        return Timeline.Of(trace).Entries
            .Select(entry => (Key: _keyInside(entry), Entry: entry))
            .Where(static pair => pair.Key is not null)
            .Select(static pair => new TraceObservation(
                pair.Key,
                Outcome.Of(pair.Entry.Document),
                pair.Entry.Document.Duration,
                pair.Entry.Document.StartTime,
                pair.Entry.SelfTime));
    }

    private static IEnumerable<string?> OrNone(IEnumerable<string?> values) => values.DefaultIfEmpty(null);

    /// <summary>The path without query, as it was asked for.</summary>
    private static string? PathOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) ? parsed.AbsolutePath : url?.Split('?')[0];
}
