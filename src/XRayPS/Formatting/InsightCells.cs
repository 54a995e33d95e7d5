using System.Globalization;
using XRayPS.Core.Rendering;

namespace XRayPS.Formatting;

/// <summary>What stands in the cells of the views of insights.</summary>
public static class InsightCells
{
    /// <summary>How long an insight lasted; nothing while it goes on.</summary>
    /// <param name="start">When it began.</param>
    /// <param name="end">When it ended; null while it goes on.</param>
    public static string Length(DateTimeOffset? start, DateTimeOffset? end) =>
        DurationText.Format((end - start)?.TotalSeconds);

    /// <summary>The state of an insight: an anomaly that goes on is no good news.</summary>
    /// <param name="state">The state.</param>
    public static string State(string? state) =>
        state == "ACTIVE" ? Style.Paint(state, Style.Of(TraceStatus.Fault)) : CellText.Clean(state);

    /// <summary>How many requests failed, and their share.</summary>
    /// <param name="impact">The counts; null is empty.</param>
    public static string Impact(RequestImpactStatistics? impact)
    {
        if (impact is null)
        {
            return "";
        }

        double? share = impact.TotalCount > 0 ? (double?)impact.FaultCount / impact.TotalCount : null;
        string counts = $"{impact.FaultCount} of {impact.TotalCount} failed";
        return share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{counts} ({value * 100:0.#} %)") : counts;
    }
}
