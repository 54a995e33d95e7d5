using System.Globalization;

namespace XRayPS.Core.Rendering.Diagram;

/// <summary>What a node or an edge did, in the words that all diagrams share.</summary>
public static class LoadText
{
    /// <summary>The outcomes in the order in which they are shown.</summary>
    public static IReadOnlyList<TraceStatus> Outcomes { get; } =
        [TraceStatus.Ok, TraceStatus.Error, TraceStatus.Throttle, TraceStatus.Fault];

    /// <summary>A count in at most five characters: <c>950</c>, <c>1.2k</c>, <c>35k</c>, <c>4.1M</c>.</summary>
    /// <param name="count">The count.</param>
    public static string Count(long count) => count switch
    {
        < 1_000 => count.ToString(CultureInfo.InvariantCulture),
        < 999_500 => Short(count / 1e3) + "k",
        < 999_500_000 => Short(count / 1e6) + "M",
        _ => Short(count / 1e9) + "G",
    };

    /// <summary>Requests by time: <c>12/s</c>, <c>3.4/min</c>, <c>0.5/h</c>; empty without a window.</summary>
    /// <param name="count">The count.</param>
    /// <param name="window">The time that it belongs to.</param>
    public static string Rate(long count, TimeSpan? window)
    {
        if (window is not { } span || span <= TimeSpan.Zero)
        {
            return "";
        }

        double perSecond = count / span.TotalSeconds;
        return perSecond switch
        {
            >= 10 => Short(perSecond) + "/s",
            >= 1 / 60d => Short(perSecond * 60) + "/min",
            _ => Short(perSecond * 3600) + "/h",
        };
    }

    /// <summary>Requests and their rate: <c>120 requests, 2.0/min</c>.</summary>
    /// <param name="load">The load.</param>
    /// <param name="window">The time that it belongs to.</param>
    public static string Traffic(DiagramLoad load, TimeSpan? window)
    {
        string rate = Rate(load.Total, window);
        string requests = $"{Count(load.Total)} request{(load.Total == 1 ? "" : "s")}";
        return rate.Length == 0 ? requests : $"{requests}, {rate}";
    }

    /// <summary>
    /// The response times: <c>p50 12 ms, p95 48 ms</c>, of a single request its own; empty without any.
    /// </summary>
    /// <param name="load">The load.</param>
    public static string Times(DiagramLoad load)
    {
        if (load is not { P50: { } p50, P95: { } p95 })
        {
            return "";
        }

        return load.Total == 1
            ? DurationText.Format(p50)
            : $"p50 {DurationText.Format(p50)}, p95 {DurationText.Format(p95)}";
    }

    /// <summary>The failures: <c>5% fault, 1% throttle</c>; empty when all went well.</summary>
    /// <param name="load">The load.</param>
    public static string Failures(DiagramLoad load) => string.Join(", ", Outcomes
        .Where(status => status != TraceStatus.Ok && load.Count(status) > 0)
        .Select(status => $"{Share(load.Count(status), load.Total)} {status.ToString().ToLowerInvariant()}"));

    /// <summary>All of it, part by part; parts that say nothing are left out.</summary>
    /// <param name="load">The load.</param>
    /// <param name="window">The time that it belongs to.</param>
    public static IEnumerable<string> Lines(DiagramLoad load, TimeSpan? window) =>
        new[] { Traffic(load, window), Times(load), Failures(load) }.Where(line => line.Length > 0);

    private static string Share(long part, long total)
    {
        double percent = 100d * part / total;
        return percent switch
        {
            < 0.05 => "<0.1%",
            < 0.95 => percent.ToString("0.0", CultureInfo.InvariantCulture) + "%",
            _ => percent.ToString("0", CultureInfo.InvariantCulture) + "%",
        };
    }

    private static string Short(double value) =>
        value.ToString(value < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
