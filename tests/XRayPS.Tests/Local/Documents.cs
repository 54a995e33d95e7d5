using System.Globalization;
using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

/// <summary>Documents for tests; times are seconds since <see cref="RunningService.Start"/>.</summary>
internal static class Documents
{
    /// <summary>The n-th trace id.</summary>
    internal static string TraceId(int n) => string.Create(CultureInfo.InvariantCulture, $"1-6ab3a000-{n:x24}");

    /// <summary>The n-th entity id.</summary>
    internal static string Id(int n) => n.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>A completed segment.</summary>
    internal static JsonObject Segment(int trace, int id, double start, double end, string name = "front") => new()
    {
        ["trace_id"] = TraceId(trace),
        ["id"] = Id(id),
        ["name"] = name,
        ["start_time"] = RunningService.Seconds(start),
        ["end_time"] = RunningService.Seconds(end),
    };

    /// <summary>A segment that is not completed yet.</summary>
    internal static JsonObject Open(int trace, int id, double start, string name = "front")
    {
        JsonObject segment = Segment(trace, id, start, start, name);
        segment.Remove("end_time");
        segment["in_progress"] = true;
        return segment;
    }
}
