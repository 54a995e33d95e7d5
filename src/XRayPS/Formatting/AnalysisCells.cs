using System.Globalization;
using System.Management.Automation.Host;
using System.Text.RegularExpressions;
using XRayPS.Core.Rendering;

namespace XRayPS.Formatting;

/// <summary>What stands in the cells of the views of analysis, in <c>XRayPS.Analysis.Format.ps1xml</c>.</summary>
public static partial class AnalysisCells
{
    private const int TimelineWidth = 16;
    private const int SparkWidth = 20;

    // The columns before the last one, with their separators; the ps1xml has the same widths.
    private const int BeforeGroup = 7 + 1 + 6 + 1 + 8 + 1 + 6 + 1 + 8 + 1 + 8 + 1 + 8 + 1;
    private const int BeforeStep = 9 + 1 + 8 + 1 + 8 + 1 + 9 + 1;
    private const int BeforeWork = 8 + 1 + 12 + 1 + 6 + 1 + TimelineWidth + 1;
    private const int BeforeSetGroup = 7 + 1 + 7 + 1 + 8 + 1 + 9 + 1 + 9 + 1 + 4 + 1;
    private const int BeforeName = 8 + 1 + 8 + 1 + 8 + 1 + 8 + 1 + 9 + 1 + 9 + 1;
    private const int BeforeMessage = 18 + 1 + 6 + 1 + 8 + 1;

    /// <summary>A share as a percentage; nothing for null.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    public static string Percent(double? share) => share is { } value ? Number(value * 100) + "%" : "";

    /// <summary>A share of failures: in colour when there are any.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="status">The outcome.</param>
    public static string Failures(double? share, TraceStatus status) =>
        share > 0 ? Style.Paint(Percent(share), Style.Of(status)) : Percent(share);

    /// <summary>By how much a share grew, in points; red when it grew, green when it fell.</summary>
    /// <param name="delta">The difference, -1 to 1; null is empty.</param>
    public static string PercentDelta(double? delta) =>
        delta is { } value ? Shift(value, (value > 0 ? "+" : "") + Number(value * 100) + "%") : "";

    /// <summary>By how much a duration grew; red when it grew, green when it fell.</summary>
    /// <param name="delta">Seconds; null is empty.</param>
    public static string DurationDelta(double? delta) =>
        delta is { } value ? Shift(value, (value > 0 ? "+" : "") + DurationText.Format(value)) : "";

    /// <summary>What the critical path is of, with the trace's duration.</summary>
    /// <param name="step">Any step.</param>
    public static string PathHeading(CriticalPathStep step) =>
        Style.Paint($"Critical path of trace {CellText.Clean(step.TraceId)}", Style.Heading) + "  " + DurationText.Format(Whole(step));

    /// <summary>Where a step lies in the trace's time.</summary>
    /// <param name="step">The step.</param>
    public static string Timeline(CriticalPathStep step) => Style.Paint(
        BarText.Stretch(step.Start / Whole(step), (step.Start + step.Contribution) / Whole(step), TimelineWidth),
        step.Document is null ? Style.Dim : WorkText.Color(step.Document));

    /// <summary>Who worked, and on what.</summary>
    /// <param name="step">The step.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string Worker(CriticalPathStep step, PSHost? host)
    {
        if (step.Document is null)
        {
            return Style.Paint("(nothing recorded)", Style.Dim);
        }

        int room = Room(host, BeforeWork);
        string name = CellText.Clean(step.Name);
        string worker = CellText.FitMiddle(step.Service == step.Name ? name : $"{CellText.Clean(step.Service)} > {name}", room);
        int left = room - CellText.Measure(worker) - 2;
        string detail = left < 8 ? "" : WorkText.Detail(step.Document, left);
        return detail.Length == 0 ? worker : worker + "  " + Style.Paint(detail, Style.Dim);
    }

    /// <summary>A group and, where there is room, its response times on an axis from 1 ms to 100 s.</summary>
    /// <param name="measurement">The group.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string GroupAndTimes(TraceMeasurement measurement, PSHost? host)
    {
        int room = Room(host, BeforeGroup);
        string? name = measurement.GroupBy is null ? "all traces" : measurement.Group;
        return HasSpark(host)
            ? BarText.Spark(measurement.Histogram, SparkWidth) + " " + UrlText.Fit(name, room - SparkWidth - 1)
            : UrlText.Fit(name, room);
    }

    /// <summary>What the groups are made by, and what the columns of their response times mean.</summary>
    /// <param name="measurement">Any group.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string MeasureHeading(TraceMeasurement measurement, PSHost? host) =>
        (measurement.GroupBy is { } by ? $"By {CellText.Clean(by)}" : "Together")
        + (HasSpark(host) ? "; columns show response times from 1 ms to 100 s" : "");

    /// <summary>The histogram of a group, a line for each bin.</summary>
    /// <param name="measurement">The group.</param>
    public static string Histogram(TraceMeasurement measurement) => string.Join('\n', BarText.Lines(measurement.Histogram, 40));

    /// <summary>How many a second, or a minute where that says more.</summary>
    /// <param name="perSecond">Traces a second; null is empty.</param>
    public static string PerSecond(double? perSecond) => perSecond switch
    {
        null => "",
        < 1 => Number(perSecond.Value * 60) + " a minute",
        _ => Number(perSecond.Value) + " a second",
    };

    /// <summary>The statement on all traces, above the groups.</summary>
    /// <param name="comparison">The first row.</param>
    /// <param name="host">The host that shows it.</param>
    public static string Statement(TraceSetComparison comparison, PSHost? host) => comparison.Group is null
        ? Style.Paint(string.Join('\n', CellText.Wrap(CellText.Clean(comparison.Statement), HostWidth.Of(host))), Style.Heading)
        : "Comparison";

    /// <summary>Whether a difference is more than chance.</summary>
    /// <param name="comparison">The group.</param>
    public static string Sure(TraceSetComparison comparison) =>
        comparison.IsSignificant ? "yes" : comparison.IsTooSmall ? Style.Paint("few", Style.Dim) : Style.Paint("no", Style.Dim);

    /// <summary>What became of a step, in colour.</summary>
    /// <param name="change">The change.</param>
    public static string StepChange(StepChange change) => Style.Paint(change.ToString(), change switch
    {
        XRayPS.StepChange.Failed => Style.Of(TraceStatus.Fault),
        XRayPS.StepChange.Slower => Style.Of(TraceStatus.Error),
        XRayPS.StepChange.Faster or XRayPS.StepChange.Recovered => Style.Of(TraceStatus.Ok),
        XRayPS.StepChange.Same => Style.Dim,
        _ => Style.Heading,
    });

    /// <summary>Names from the root to a step; long paths lose their middle.</summary>
    /// <param name="step">The step.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string Path(TraceStepComparison step, PSHost? host) =>
        CellText.FitMiddle(CellText.Clean(step.Path), Room(host, BeforeStep));

    /// <summary>The group of a comparison.</summary>
    /// <param name="comparison">The group.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string SetGroup(TraceSetComparison comparison, PSHost? host) =>
        UrlText.Fit(comparison.Group ?? "all traces", Room(host, BeforeSetGroup));

    /// <summary>A node or an edge by name, with the types where there is room for them.</summary>
    /// <param name="comparison">The node or edge.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string EntityName(ServiceGraphComparison comparison, PSHost? host)
    {
        int room = Room(host, BeforeName);
        string name = CellText.Clean(comparison.Name);
        return CellText.FitMiddle(CellText.Measure(name) <= room ? name : Types().Replace(name, ""), room);
    }

    /// <summary>The sentence of a finding, in lines that fit, and the trace that it is about.</summary>
    /// <param name="problem">The finding.</param>
    /// <param name="host">The host that shows the table.</param>
    public static string Message(TraceProblem problem, PSHost? host) => string.Join(
        '\n',
        CellText.Wrap(CellText.Clean(problem.Message), Room(host, BeforeMessage))
            .Append(Style.Paint(CellText.Clean(problem.TraceId), Style.Dim)));

    /// <summary>What became of a node or an edge, in colour.</summary>
    /// <param name="change">The change.</param>
    public static string GraphChange(GraphChange change) => Style.Paint(change.ToString(), change switch
    {
        XRayPS.GraphChange.Worse => Style.Of(TraceStatus.Fault),
        XRayPS.GraphChange.Better => Style.Of(TraceStatus.Ok),
        XRayPS.GraphChange.Same => Style.Dim,
        _ => Style.Heading,
    });

    /// <summary>The kind of a problem, in the colour of warnings.</summary>
    /// <param name="kind">The kind.</param>
    public static string ProblemKind(TraceProblemKind kind) => Style.Paint(kind.ToString(), Style.Of(TraceStatus.Error));

    private static int Room(PSHost? host, int before) => Math.Max(HostWidth.Of(host) - before, 16);

    private static bool HasSpark(PSHost? host) => Room(host, BeforeGroup) >= SparkWidth + 24;

    [GeneratedRegex(" \\(AWS::[^()]*\\)")]
    private static partial Regex Types();

    private static double Whole(CriticalPathStep step) => step.Share > 0 ? step.Contribution / step.Share : 1;

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) < 10 ? "0.##" : "0.#", CultureInfo.InvariantCulture);

    private static string Shift(double value, string text) => value switch
    {
        > 0 => Style.Paint(text, Style.Of(TraceStatus.Fault)),
        < 0 => Style.Paint(text, Style.Of(TraceStatus.Ok)),
        _ => text,
    };
}
