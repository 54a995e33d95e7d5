using System.Text;
using XRayPS.Core.Documents;

namespace XRayPS.Tests.Documents;

public sealed class SegmentWriterTests
{
    [Fact]
    public void Processed_documents_have_the_order_and_the_numbers_of_the_service()
    {
        SegmentDocument document = Read("""
            {"http":{"response":{"status":500},"request":{"traced":true}},"fault":true,"error":false,"inferred":true,"parent_id":"2ef309c284e875f1","unknown":{"a":1},
             "end_time":1790161970.1,"trace_id":"1-6ab3b3f3-bb7d9ea64dfa9798043e81d2","start_time":1790161967.1,"name":"child","id":"2fa6b35937d28ce9",
             "cause":{"exceptions":[{"type":"T","message":"m","id":"4d7b98ca98c43146","stack":[]}]},"metadata":{"i":1,"d":12345678.5}}
            """);

        Assert.Equal(
            """{"id":"2fa6b35937d28ce9","name":"child","start_time":1.7901619671E9,"trace_id":"1-6ab3b3f3-bb7d9ea64dfa9798043e81d2","end_time":1.7901619701E9,"parent_id":"2ef309c284e875f1","inferred":true,"error":false,"fault":true,"http":{"response":{"status":500}},"metadata":{"i":1,"d":1.23456785E7},"cause":{"exceptions":[{"id":"4d7b98ca98c43146","message":"m","type":"T"}]}}""",
            SegmentWriter.ToText(document, SegmentStyle.Processed));
    }

    [Fact]
    public void Sent_documents_hold_everything_and_survive_the_way()
    {
        SegmentDocument document = Read("""
            {"id":"2fa6b35937d28ce9","name":"é b","start_time":1790161967.123456,"trace_id":"1-6ab3b3f3-bb7d9ea64dfa9798043e81d2","in_progress":true,"type":"subsegment","parent_id":"2ef309c284e875f1",
             "http":{"request":{"url":"u","traced":true},"response":{"status":200,"content_length":5}},"aws":{"operation":"GetItem","nested":{"list":[1,2.5,true,null,"x"]}},"service":{},"annotations":{"a":1,"b":"c"},
             "namespace":"aws","cause":"4d7b98ca98c43146","sql":{"url":"u"},"precursor_ids":["2fa6b35937d28ce0"],"links":[{"trace_id":"t","id":"i","attributes":{"a":1}}],
             "subsegments":[{"id":"2fa6b35937d28ce1","name":"s","start_time":1,"end_time":2,"cause":{"working_directory":"w","paths":["p"],"exceptions":["4d7b98ca98c43146",{"id":"1","remote":false,"truncated":1,"skipped":2,"cause":"3","stack":[{"path":"p","line":4,"label":"l"}]}]}}]}
            """);
        string text = SegmentWriter.ToText(document, SegmentStyle.Sent);

        Assert.Contains("\"start_time\":1790161967.123456,", text, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"é b\"", text, StringComparison.Ordinal);
        Assert.Contains("\"traced\":true", text, StringComparison.Ordinal);
        Assert.True(SegmentReader.TryRead(Encoding.UTF8.GetBytes(text), out SegmentDocument? again, out DocumentRefusal? refusal), refusal?.Message);
        Assert.Equal(text, SegmentWriter.ToText(again, SegmentStyle.Sent));
        Assert.Equal(text, Encoding.UTF8.GetString(SegmentWriter.ToUtf8(again, SegmentStyle.Sent)));
    }

    [Fact]
    public void Values_of_dotnet_become_JSON()
    {
        SegmentDocument document = new()
        {
            Metadata = new RecordMap<object?>
            {
                ["int"] = 7,
                ["decimal"] = 1.5m,
                ["hashtable"] = new System.Collections.Hashtable { ["k"] = "v" },
                ["array"] = new object?[] { 1, null },
                ["guid"] = Guid.Empty,
                ["nan"] = double.NaN,
                ["lone"] = "a\ud800",
            },
        };

        Assert.Equal(
            """{"metadata":{"int":7,"decimal":1.5,"hashtable":{"k":"v"},"array":[1,null],"guid":"00000000-0000-0000-0000-000000000000","nan":null,"lone":"a\uFFFD"}}""",
            SegmentWriter.ToText(document, SegmentStyle.Sent));
    }

    private static SegmentDocument Read(string json) => SegmentReader.ReadReturned(json)!;
}
