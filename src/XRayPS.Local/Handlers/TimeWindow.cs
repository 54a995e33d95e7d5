using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers;

/// <summary>The window of a query: start inclusive, end exclusive.</summary>
internal readonly record struct TimeWindow(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>A window of a request's required members. Equal times are an empty window (observed).</summary>
    internal static TimeWindow Of(DateTimeOffset? start, DateTimeOffset? end) => end < start
        ? throw Refusal.InvalidRequest("End time cannot be earlier than start time")
        : new TimeWindow(start!.Value, end!.Value);

    /// <summary>Whether an instant lies in the window.</summary>
    internal bool Contains(DateTimeOffset instant) => instant >= Start && instant < End;
}
