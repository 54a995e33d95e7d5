using XRayPS.Core.Documents;
using XRayPS.Core.Graph;

namespace XRayPS.Core.Rendering.Diagram;

/// <summary>A trace as calls between services in the order of time.</summary>
public sealed class DiagramSequence
{
    // As in waterfalls: equal calls from this number on share a line.
    private const int FoldFrom = 4;
    private const int RoomForWords = 60;

    private DiagramSequence(string? traceId, IReadOnlyList<NodeKey> participants, IReadOnlyList<SequenceMessage> messages)
    {
        TraceId = traceId;
        Participants = participants;
        Messages = messages;
        Events = Order(messages);
    }

    /// <summary>The trace's id.</summary>
    public string? TraceId { get; }

    /// <summary>Who takes part, in the order of appearance.</summary>
    public IReadOnlyList<NodeKey> Participants { get; }

    /// <summary>The calls, by start.</summary>
    public IReadOnlyList<SequenceMessage> Messages { get; }

    /// <summary>Calls and answers in the order of time.</summary>
    public IReadOnlyList<SequenceEvent> Events { get; }

    /// <summary>Reads a trace. Work without a call to another service does not show.</summary>
    /// <param name="trace">The trace.</param>
    public static DiagramSequence Of(Trace trace)
    {
        AssembledTrace assembled = TraceAssembly.Assemble(trace);
        IReadOnlyList<EdgeObservation> calls = TraceObservations.Of(assembled, withOpenRoots: true).Edges;
        HashSet<TraceEntity> callers = [.. calls.Where(call => call.Callee.Caller is not null).Select(call => call.Callee.Caller!.Segment)];
        double zero = assembled.StartSeconds ?? 0;
        List<NodeKey> participants = [];
        List<SequenceMessage> messages = [];
        foreach (IGrouping<object, EdgeObservation> line in calls
            .OrderBy(call => call.Record.Document.StartSeconds ?? 0)
            .ThenBy(Depth)
            .ThenBy(call => call.Record.Document.Id, StringComparer.Ordinal)
            .GroupBy(call => Likeness(call, callers))
            .SelectMany(group => group.Count() >= FoldFrom ? [group] : group.GroupBy(call => (object)call)))
        {
            EdgeObservation first = line.First();
            EdgeObservation worst = line.MaxBy(call => call.Status is { } status ? LoadText.Outcomes.ToList().IndexOf(status) : -1)!;
            bool isOver = line.All(call => call.Record.Document.EndSeconds is not null);
            messages.Add(new SequenceMessage(
                Place(participants, first.Source),
                Place(participants, first.Target),
                Words(first),
                line.Count(),
                Outcome.Of(worst.Record.Document),
                worst.Record.Document.Http?.Status,
                Math.Round((first.Record.Document.StartSeconds ?? zero) - zero, 6),
                isOver ? Math.Round(line.Max(call => call.Record.Document.EndSeconds!.Value) - zero, 6) : null,
                Depth(first)));
        }

        messages.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Depth.CompareTo(other.Depth));
        return new DiagramSequence(trace.Id, participants, messages);
    }

    /// <summary>Calls of one caller that are equal and lead no further share a key; any other call is its own.</summary>
    private static object Likeness(EdgeObservation call, HashSet<TraceEntity> callers) =>
        call.Callee.Caller is not { } caller || callers.Contains(call.Callee)
            ? call
            : (caller.Segment, call.Target, Words(call), call.Status);

    private static int Depth(EdgeObservation call)
    {
        int depth = 0;
        for (TraceEntity? at = call.Callee.Caller; at is not null; at = at.Segment.Caller)
        {
            depth++;
        }

        return depth;
    }

    private static string Words(EdgeObservation call)
    {
        string detail = WorkText.Detail(call.Record.Document, RoomForWords);
        if (detail.Length == 0 && call.Callee != call.Record)
        {
            detail = WorkText.Detail(call.Callee.Document, RoomForWords);
        }

        return detail.Length > 0 ? detail : CellText.Clean(call.Record.Document.Name ?? "call");
    }

    private static int Place(List<NodeKey> participants, NodeKey key)
    {
        int place = participants.IndexOf(key);
        if (place < 0)
        {
            place = participants.Count;
            participants.Add(key);
        }

        return place;
    }

    /// <summary>
    /// Of what happens at one time, answers to earlier calls come first, from the innermost; then calls, from the outermost;
    /// then the answers to calls that took no time.
    /// </summary>
    private static List<SequenceEvent> Order(IReadOnlyList<SequenceMessage> messages)
    {
        List<(SequenceEvent Event, int Rank, int Depth)> events = [];
        for (int i = 0; i < messages.Count; i++)
        {
            SequenceMessage message = messages[i];
            events.Add((new SequenceEvent(i, false, message.Start), 1, message.Depth));
            if (message.End is { } end)
            {
                double at = Math.Max(end, message.Start);
                events.Add((new SequenceEvent(i, true, at), at > message.Start ? 0 : 2, -message.Depth));
            }
        }

        return [.. events.OrderBy(item => item.Event.At).ThenBy(item => item.Rank).ThenBy(item => item.Depth).Select(item => item.Event)];
    }
}
