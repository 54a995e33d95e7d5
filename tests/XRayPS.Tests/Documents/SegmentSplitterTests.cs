using XRayPS.Core.Documents;
using XRayPS.Tests.Local;

namespace XRayPS.Tests.Documents;

public sealed class SegmentSplitterTests
{
    [Fact]
    public void A_small_document_stays_whole() => Assert.Single(SegmentSplitter.Split(Segment(10, 10)));

    [Fact]
    public void The_parts_of_a_large_one_fit_and_make_the_same_segment_again()
    {
        SegmentDocument segment = Segment(40, 3000);
        segment.Subsegments[7].Subsegments.AddRange(Segment(60, 2000).Subsegments);

        IReadOnlyList<byte[]> parts = SegmentSplitter.Split(segment);

        Assert.True(parts.Count > 3);
        Assert.All(parts, part => Assert.InRange(part.Length, 1, SegmentSplitter.DocumentLimit));
        List<ReceivedDocument> received = [];
        foreach (byte[] part in parts)
        {
            Assert.True(SegmentReader.TryRead(part, out SegmentDocument? document, out DocumentRefusal? refusal), refusal?.Message);
            received.Add(new ReceivedDocument(document, DateTimeOffset.UnixEpoch, 1));
        }

        Assert.Null(received[^1].Document.Type);
        AssembledTrace trace = TraceAssembly.Assemble("1-6ab384fb-74dbd054f7f68e8983701905", received);
        Assert.Empty(trace.HeldBack);
        Assert.Equal(Names(segment), Names(Assert.Single(trace.Segments).Document));
    }

    [Fact]
    public void Missing_ids_and_times_are_filled_in_and_what_is_there_stays()
    {
        ControlClock clock = new(DateTimeOffset.FromUnixTimeSeconds(1790160000));
        SegmentDocument document = new() { Name = "shop", Subsegments = [new SegmentDocument { Name = "a", StartSeconds = 1790159000 }, new SegmentDocument { Name = "b", InProgress = true, Id = "odd" }] };

        SegmentCompleter.Complete(document, clock);

        Assert.Equal((1790159000, 1790160000), (document.StartSeconds, document.EndSeconds));
        Assert.Equal((1790159000, 1790160000), (document.Subsegments[0].StartSeconds, document.Subsegments[0].EndSeconds));
        Assert.Equal(("odd", null), (document.Subsegments[1].Id, document.Subsegments[1].EndSeconds));
        document.Subsegments[1].Id = "1111111111111111";
        Assert.True(SegmentReader.TryRead(SegmentWriter.ToUtf8(document, SegmentStyle.Sent), out _, out _));
    }

    private static string[] Names(SegmentDocument document) =>
        [document.Name!, .. document.Subsegments.SelectMany(Names).Order(StringComparer.Ordinal)];

    private static SegmentDocument Segment(int children, int size)
    {
        SegmentDocument segment = Make("root" + size);
        for (int i = 0; i < children; i++)
        {
            SegmentDocument child = Make($"child{size}-{i}");
            child.Metadata = new RecordMap<object?> { ["default"] = new string('x', size) };
            segment.Subsegments.Add(child);
        }

        return segment;
    }

    private static SegmentDocument Make(string name) => new()
    {
        Name = name, Id = SegmentId.New(), TraceId = "1-6ab384fb-74dbd054f7f68e8983701905", StartSeconds = 1790160000, EndSeconds = 1790160001,
    };
}
