using XRayPS.Core.Documents;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Filters.Evaluation;

/// <summary>
/// Asks <c>service()</c> and <c>edge()</c> for segments that ended in a window, and remembers the first that
/// satisfied each. Conditions under <c>!</c> look at all segments.
/// </summary>
/// <param name="from">Start of the window, epoch seconds.</param>
/// <param name="to">End of the window, exclusive, epoch seconds.</param>
public sealed class SegmentMatch(double from, double to)
{
    /// <summary>The segment that satisfied <c>service()</c>, if any.</summary>
    public NodeObservation? Service { get; internal set; }

    /// <summary>The call that satisfied <c>edge()</c>, if any.</summary>
    public EdgeObservation? Edge { get; internal set; }

    internal bool IsInWindow(TraceEntity entity) =>
        entity.Document.EndSeconds is { } end && end >= from && end < to;
}
