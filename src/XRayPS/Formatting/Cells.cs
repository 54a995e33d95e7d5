using System.Globalization;
using System.Management.Automation.Host;
using XRayPS.Core.Rendering;

namespace XRayPS.Formatting;

/// <summary>
/// What stands in the cells of the views in <c>*.Format.ps1xml</c>. Colours are escape sequences; the engine takes
/// them out where <c>$PSStyle.OutputRendering</c> or the host does not allow them.
/// </summary>
public static class Cells
{
    // The columns before the last one, with their separators; the ps1xml has the same widths.
    private const int BeforeUrl = 19 + 1 + 8 + 1 + 8 + 1 + 8 + 1 + 6 + 1;
    private const int BeforeCall = 8 + 1 + 7 + 1 + 6 + 1 + 8 + 1 + 6 + 1 + 8 + 1;
    private const int IdWidth = 35;
    private const int LeastUrl = 25;

    /// <summary>An instant in local time, to a second.</summary>
    /// <param name="instant">The instant.</param>
    public static string Time(DateTimeOffset? instant) => InstantText.Format(instant);

    /// <summary>A duration with a unit.</summary>
    /// <param name="seconds">The duration in seconds.</param>
    public static string Duration(double? seconds) => DurationText.Format(seconds);

    /// <summary>A text on one line, without control characters.</summary>
    /// <param name="value">Anything; null is empty.</param>
    public static string Text(object? value) =>
        CellText.Clean(Convert.ToString(Unwrap(value), CultureInfo.InvariantCulture));

    /// <summary>Items one below the other, each on one line without control characters.</summary>
    /// <param name="items">The items; null is empty.</param>
    public static string Lines(System.Collections.IEnumerable? items) => items is null ? "" : string.Join('\n', items.Cast<object?>().Select(Text));

    /// <summary>An outcome as a coloured word.</summary>
    /// <param name="status">The outcome.</param>
    public static string Status(TraceStatus status) => Style.Paint(status.ToString(), Style.Of(status));

    /// <summary>The outcome of a segment as a coloured word, with its HTTP status.</summary>
    /// <param name="document">The segment or subsegment; null is empty.</param>
    public static string WorkStatus(SegmentDocument? document) =>
        document is null ? "" : Style.Paint(WorkText.Status(document), WorkText.Color(document));

    /// <summary>What a segment did: the request, the AWS call or the query.</summary>
    /// <param name="document">The segment or subsegment; null is empty.</param>
    public static string Work(SegmentDocument? document) => document is null ? "" : WorkText.Detail(document, int.MaxValue);

    /// <summary>The URL of a summary and, at the right of a terminal that is wide enough, its id.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string UrlAndId(TraceSummary summary, PSHost? host)
    {
        int room = HostWidth.Of(host) - BeforeUrl;
        string name = summary.Url ?? summary.EntryPointName ?? "";
        if (room < LeastUrl + 1 + IdWidth)
        {
            return UrlText.Fit(name, Math.Max(room, 8));
        }

        string url = UrlText.Fit(name, room - IdWidth - 1);
        return url + CellText.Pad(url, room - IdWidth) + Style.Paint(Text(summary.Id), Style.Dim);
    }

    /// <summary>The name of a segment, and the kind of what ran it.</summary>
    /// <param name="segment">The segment.</param>
    public static string NameAndKind(Segment segment)
    {
        string kind = Text(segment.Parsed?.Origin);
        return kind.Length == 0 ? Text(segment.Name) : Text(segment.Name) + "  " + Style.Paint(kind, Style.Dim);
    }

    /// <summary>Who calls whom; long names lose what tells least.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string Call(Edge edge, PSHost? host)
    {
        int room = Math.Max(HostWidth.Of(host) - BeforeCall - 4, 12);
        string target = UrlText.Fit(edge.TargetName ?? $"#{edge.ReferenceId}", room);
        int forSource = Math.Max(room - CellText.Measure(target), room / 2);
        string source = UrlText.Fit(edge.SourceName, forSource);
        return source + " -> " + UrlText.Fit(edge.TargetName ?? $"#{edge.ReferenceId}", room - CellText.Measure(source));
    }

    /// <summary>A number of calls in the colour of their outcome; nothing for null.</summary>
    /// <param name="count">The number.</param>
    /// <param name="status">The outcome that is counted.</param>
    public static string Count(long? count, TraceStatus status)
    {
        string number = count?.ToString(CultureInfo.InvariantCulture) ?? "";
        return count > 0 && status != TraceStatus.Ok ? Style.Paint(number, Style.Of(status)) : number;
    }

    /// <summary>A state in colour: green for what works, yellow for what is under way.</summary>
    /// <param name="state">The state, such as <c>ACTIVE</c> or <c>UPDATING</c>.</param>
    public static string State(string? state)
    {
        string text = CellText.Clean(state);
        return text.ToUpperInvariant() switch
        {
            "ACTIVE" or "RUNNING" or "CONNECTED" or "COMPLETE" => Style.Paint(text, Style.Of(TraceStatus.Ok)),
            "UPDATING" or "PENDING" or "RUNNING_WITH_WARNINGS" or "SCHEDULED" => Style.Paint(text, Style.Of(TraceStatus.Error)),
            "FAILED" => Style.Paint(text, Style.Of(TraceStatus.Fault)),
            _ => text,
        };
    }

    /// <summary>A text that says what is wrong, in the colour of faults.</summary>
    /// <param name="text">The text; null is empty.</param>
    public static string Problem(string? text) => Style.Paint(CellText.Clean(text), Style.Of(TraceStatus.Fault));

    /// <summary>The daemon's UDP port of a local service.</summary>
    /// <param name="service">The service.</param>
    public static string DaemonPort(LocalService service) =>
        service.DaemonAddress[(service.DaemonAddress.LastIndexOf(':') + 1)..];

    /// <summary>Where a local service keeps what it has.</summary>
    /// <param name="service">The service.</param>
    public static string Place(LocalService service) => service.Path is null ? "(in memory)" : Text(service.Path);

    /// <summary>A word for yes, and nothing for no.</summary>
    /// <param name="value">Whether.</param>
    public static string Yes(bool value) => value ? Style.Paint("yes", Style.Of(TraceStatus.Ok)) : "";

    /// <summary>A trace as a tree.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="indent">Columns that are taken already.</param>
    public static string Tree(Trace trace, PSHost? host, int indent = 0) =>
        Lines(WaterfallText.Render(trace, Drawing(HostWidth.Of(host) - indent)));

    /// <summary>A segment document as a tree.</summary>
    /// <param name="document">The document.</param>
    /// <param name="host">The host that shows it.</param>
    public static string DocumentTree(SegmentDocument document, PSHost? host) =>
        Lines(WaterfallText.Render(document, Drawing(HostWidth.Of(host))));

    /// <summary>A node of a service graph and the calls that it makes.</summary>
    /// <param name="node">The node.</param>
    /// <param name="host">The host that shows it.</param>
    public static string Node(Service node, PSHost? host) => ServiceGraphText.Render(node, HostWidth.Of(host));

    /// <summary>The headings above the nodes of one graph.</summary>
    /// <param name="node">The first node.</param>
    /// <param name="host">The host that shows it.</param>
    public static string NodeHeadings(Service node, PSHost? host) => ServiceGraphText.Headings(node, HostWidth.Of(host));

    /// <summary>What tells the nodes of one graph from those of another.</summary>
    /// <param name="node">The node.</param>
    public static string Graph(Service node) => ServiceGraphText.Subject(node);

    private static object? Unwrap(object? value) =>
        value is System.Management.Automation.PSObject wrapped ? wrapped.BaseObject : value;

    private static WaterfallOptions Drawing(int width) => new() { Width = width };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
