using XRayPS.Core.Documents;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Summaries;

/// <summary>What a summary says about the service or the call that a query matched (observed).</summary>
public static class MatchedFold
{
    /// <summary>The service.</summary>
    /// <param name="observation">The visit that matched.</param>
    public static MatchedService Describe(NodeObservation observation)
    {
        SegmentDocument document = observation.Segment.Document;
        return new MatchedService
        {
            HasError = Outcome.IsError(document),
            HasFault = Outcome.IsFault(document),
            HasThrottle = Outcome.IsThrottle(document),
            ResponseTime = Rounded(observation.Segment),
            Annotations = FoundDetails.AnnotationsOf(observation.Segment),
        };
    }

    /// <summary>The call.</summary>
    /// <param name="observation">The call that matched.</param>
    public static MatchedEdge Describe(EdgeObservation observation)
    {
        SegmentDocument document = observation.Record.Document;
        return new MatchedEdge
        {
            HasError = Outcome.IsError(document),
            HasFault = Outcome.IsFault(document),
            HasThrottle = Outcome.IsThrottle(document),
            ResponseTime = Rounded(observation.Record),
            DestinationAnnotations = FoundDetails.AnnotationsOf(observation.Callee),
        };
    }

    private static double? Rounded(TraceEntity entity) =>
        entity.Seconds is { } seconds ? TraceClock.Milliseconds(seconds) : null;
}
