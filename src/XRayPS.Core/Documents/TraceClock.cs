namespace XRayPS.Core.Documents;

/// <summary>Times of a whole trace.</summary>
public static class TraceClock
{
    /// <summary>Seconds rounded to whole milliseconds, halves upwards, as the service reports durations (observed).</summary>
    /// <param name="seconds">Seconds.</param>
    public static double Milliseconds(double seconds)
    {
        // The difference of two instants of today is off by up to a quarter of a microsecond; without the first rounding
        // such an error would decide about halves.
        return Math.Round(Math.Round(seconds, 6), 3, MidpointRounding.AwayFromZero);
    }

    internal static (double? Seconds, double? Start) Measure(IReadOnlyList<TraceEntity> segments)
    {
        double? segmentStart = null;
        double? anyStart = null;
        double? start = null;
        double? end = null;
        foreach (TraceEntity segment in segments)
        {
            if (segment.Document.StartSeconds is { } seconds)
            {
                anyStart = Math.Min(anyStart ?? seconds, seconds);
                segmentStart = seconds > 0 ? Math.Min(segmentStart ?? seconds, seconds) : segmentStart;
            }

            Measure(segment, ref start, ref end);
        }

        double? duration = end - start;
        return (duration >= 0 ? duration : null, segmentStart ?? anyStart);
    }

    private static void Measure(TraceEntity entity, ref double? start, ref double? end)
    {
        if (entity.Document.StartSeconds is { } from and > 0)
        {
            start = Math.Min(start ?? from, from);
        }

        if (entity.Document.EndSeconds is { } to)
        {
            end = Math.Max(end ?? to, to);
        }

        foreach (TraceEntity subsegment in entity.Subsegments)
        {
            Measure(subsegment, ref start, ref end);
        }
    }
}
