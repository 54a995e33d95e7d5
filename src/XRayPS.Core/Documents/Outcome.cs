namespace XRayPS.Core.Documents;

/// <summary>What came of one segment or subsegment: its flags, completed by its HTTP status.</summary>
public static class Outcome
{
    /// <summary>Whether the work was throttled: the flag, or status 429.</summary>
    /// <param name="document">The segment or subsegment.</param>
    public static bool IsThrottle(SegmentDocument document) =>
        document.Throttle is true || document.Http?.Status is 429;

    /// <summary>Whether the work failed in the server: the flag, or a status of 500 to 599.</summary>
    /// <param name="document">The segment or subsegment.</param>
    public static bool IsFault(SegmentDocument document) =>
        document.Fault is true || document.Http?.Status is >= 500 and < 600;

    /// <summary>Whether the client erred: the flag, or a status of 400 to 499; never when throttled.</summary>
    /// <param name="document">The segment or subsegment.</param>
    public static bool IsError(SegmentDocument document) =>
        !IsThrottle(document) && (document.Error is true || document.Http?.Status is >= 400 and < 500);

    /// <summary>The one class in which the work counts: throttle before fault before error before ok.</summary>
    /// <param name="document">The segment or subsegment.</param>
    public static TraceStatus Of(SegmentDocument document)
    {
        if (IsThrottle(document))
        {
            return TraceStatus.Throttle;
        }

        if (IsFault(document))
        {
            return TraceStatus.Fault;
        }

        return IsError(document) ? TraceStatus.Error : TraceStatus.Ok;
    }
}
