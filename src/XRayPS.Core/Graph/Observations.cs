using XRayPS.Core.Documents;

namespace XRayPS.Core.Graph;

/// <summary>One visit to a service.</summary>
/// <param name="Node">The service.</param>
/// <param name="Segment">The segment, reported or inferred.</param>
public sealed record NodeObservation(NodeKey Node, TraceEntity Segment)
{
    /// <summary>The outcome; null while in progress: then nothing is counted.</summary>
    public TraceStatus? Status => Segment.IsComplete ? Outcome.Of(Segment.Document) : null;

    /// <summary>Seconds that the service took; 0 while in progress.</summary>
    public double Seconds => Segment.Seconds ?? 0;

    /// <summary>Seconds from the first start to the last end of the segment and its subsegments.</summary>
    public double EnvelopeSeconds => Envelope.Of(Segment);

    /// <summary>When it was received: the moment by which service graphs and time series select.</summary>
    public DateTimeOffset ReceivedAt => Segment.ReceivedAt;
}

/// <summary>One call from a service to another, or from a client to a root.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The called service.</param>
/// <param name="Callee">The segment that served the call, reported or inferred.</param>
/// <param name="Record">
/// What recorded the call: the caller's subsegment, or the callee's segment where the caller recorded nothing.
/// </param>
/// <param name="ReceivedAt">When both ends were known.</param>
/// <param name="Alias">The callee as the caller knows it, where the callee reported itself; otherwise null.</param>
public sealed record EdgeObservation(
    NodeKey Source,
    NodeKey Target,
    TraceEntity Callee,
    TraceEntity Record,
    DateTimeOffset ReceivedAt,
    NodeKey? Alias)
{
    /// <summary>The outcome; null when there is none yet: then nothing is counted.</summary>
    public TraceStatus? Status => Record.IsComplete ? Outcome.Of(Record.Document) : null;

    /// <summary>Seconds from start to end; 0 when there is no end yet.</summary>
    public double Seconds => Record.Seconds ?? 0;

    /// <summary>Whether this is the request of a client to a root.</summary>
    public bool IsClient => Source.Type == NodeIdentity.Client;
}

/// <summary>A link from another trace to a service.</summary>
/// <param name="Target">The service that received the event.</param>
/// <param name="Link">The other trace and the entity in it.</param>
/// <param name="StartSeconds">When the event was received, in epoch seconds.</param>
/// <param name="ReceivedAt">When the document with the link was received.</param>
public sealed record LinkObservation(NodeKey Target, SegmentLink Link, double? StartSeconds, DateTimeOffset ReceivedAt);
