using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Demo;

/// <summary>Sample traces over the last hour; the same clock and seed give the same traces.</summary>
internal static class DemoTraces
{
    private const int Count = 400;
    private const int Seed = 20_260_917;

    /// <summary>The documents, each as if received when its trace ended.</summary>
    internal static List<TraceArrival> Before(DateTimeOffset now, int seed = Seed)
    {
        Random random = new(seed);
        double last = Math.Floor(Epoch.ToSeconds(now)) - 15;
        List<TraceArrival> arrivals = [];
        for (int i = 0; i < Count; i++)
        {
            double ago = 3540 * (i + random.NextDouble()) / Count;

            // A quarter of an hour ago the outside card service was down for five minutes: enough for an insight.
            TraceBuilder trace = Shop.Request(random, last - ago, cardsFail: ago is > 900 and < 1200);
            arrivals.AddRange(TraceArrival.Group(DocumentsOf(trace), Epoch.FromSeconds(trace.End)));
        }

        return [.. arrivals.OrderBy(static arrival => arrival.ReceivedAt)];
    }

    private static IEnumerable<(SegmentDocument Document, byte[] Body)> DocumentsOf(TraceBuilder trace)
    {
        foreach (SegmentDocument segment in trace.Segments)
        {
            byte[] body = SegmentWriter.ToUtf8(segment, SegmentStyle.Sent);
            if (SegmentReader.TryRead(body, out SegmentDocument? document, out _))
            {
                yield return (document, body);
            }
        }
    }
}
