using XRayPS.Core.Model;

namespace XRayPS.Core.Documents;

/// <summary>Fills in what a document must have and its author left out: ids and times.</summary>
public static class SegmentCompleter
{
    /// <summary>
    /// Gives the document, and everything inside it, the ids and times that are missing. What is there stays, right or
    /// wrong; an independent subsegment keeps its missing trace and parent, which nobody can guess.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="clock">The clock for times.</param>
    public static void Complete(SegmentDocument document, TimeProvider clock)
    {
        double now = Epoch.ToSeconds(clock.GetUtcNow());
        if (document.Type != "subsegment")
        {
            document.TraceId ??= TraceId.New(clock);
        }

        Complete(document, Earliest(document) ?? document.EndSeconds ?? now, now);
    }

    private static void Complete(SegmentDocument document, double start, double end)
    {
        document.Id ??= SegmentId.New();
        document.StartSeconds ??= start;
        if (document.EndSeconds is null && !document.InProgress)
        {
            document.EndSeconds = Math.Max(end, document.StartSeconds.Value);
        }

        foreach (SegmentDocument child in document.Subsegments)
        {
            Complete(child, document.StartSeconds.Value, document.EndSeconds ?? end);
        }
    }

    private static double? Earliest(SegmentDocument document) =>
        document.Subsegments.Select(static child => child.StartSeconds).Where(static start => start is not null).Min();
}
