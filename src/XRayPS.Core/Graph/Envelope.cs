using XRayPS.Core.Documents;

namespace XRayPS.Core.Graph;

/// <summary>The time that a segment and everything in it spans, other reported segments left out (observed).</summary>
internal static class Envelope
{
    internal static double Of(TraceEntity segment)
    {
        double start = double.MaxValue;
        double end = double.MinValue;
        Stack<TraceEntity> open = new([segment]);
        while (open.TryPop(out TraceEntity? entity))
        {
            if (entity.Document is { StartSeconds: { } from, EndSeconds: { } to })
            {
                start = Math.Min(start, from);
                end = Math.Max(end, to);
            }

            foreach (TraceEntity subsegment in entity.Subsegments)
            {
                open.Push(subsegment);
            }
        }

        return Math.Max(0, end - start);
    }
}
