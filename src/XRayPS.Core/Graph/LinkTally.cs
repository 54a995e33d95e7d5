using XRayPS.Core.Documents;

namespace XRayPS.Core.Graph;

/// <summary>
/// Links between traces, as edges from the service that sent an event to the one that received it. Whom a link comes from
/// stands in the other trace, so it is found when the graph is built. Rules:
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-tracelinking.html.
/// </summary>
internal sealed class LinkTally(GraphScope scope, string? ownAccount)
{
    private readonly List<LinkObservation> _links = [];

    internal void Add(IReadOnlyList<LinkObservation> links, Func<DateTimeOffset, bool>? isReceivedIn) =>
        _links.AddRange(links.Where(link => isReceivedIn is null || isReceivedIn(link.ReceivedAt)));

    internal void Merge(LinkTally other) => _links.AddRange(other._links);

    internal IEnumerable<(NodeKey Source, NodeKey Target, Edge Edge)> Build(Func<string, AssembledTrace?>? linkedTrace)
    {
        Dictionary<(NodeKey Source, NodeKey Target), Histogram> ages = [];
        if (linkedTrace is null)
        {
            return [];
        }

        foreach (LinkObservation observation in _links)
        {
            if (observation.Link is { TraceId: { } traceId, Id: { } id } && Sender(linkedTrace(traceId), id) is { } sender)
            {
                (NodeKey, NodeKey) ends = (Scoped(SenderNode(sender)), Scoped(observation.Target));
                if (!ages.TryGetValue(ends, out Histogram? histogram))
                {
                    ages.Add(ends, histogram = new Histogram());
                }

                double? sent = sender.Document.EndSeconds ?? sender.Document.StartSeconds;
                if (observation.StartSeconds - sent is { } age)
                {
                    histogram.Add(age);
                }
            }
        }

        return ages.Select(static entry => (entry.Key.Source, entry.Key.Target, new Edge
        {
            EdgeType = "link",
            ReceivedEventAgeHistogram = entry.Value.Build(),
        }));
    }

    private static TraceEntity? Sender(AssembledTrace? trace, string id) =>
        trace?.Entities().FirstOrDefault(entity => SegmentId.Comparer.Equals(entity.Document.Id, id));

    /// <summary>A call that put the event into a queue stands for the queue, which is a node; anything else for its segment.</summary>
    private NodeKey SenderNode(TraceEntity sender) => sender is { IsCall: true, Callees: [{ IsInferred: true } queue, ..] }
        ? NodeIdentity.OfSegment(queue, ownAccount)
        : NodeIdentity.OfSegment(sender.Segment, ownAccount);

    private NodeKey Scoped(NodeKey key) => scope == GraphScope.Trace ? key : key with { Region = null };
}
