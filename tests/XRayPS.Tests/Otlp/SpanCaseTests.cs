using System.Text;
using System.Text.Json.Nodes;
using XRayPS.Core.Documents;
using XRayPS.Core.Otlp;
using XRayPS.Tests.Support;

namespace XRayPS.Tests.Otlp;

/// <summary>Replays tests/Cases/otlp/spans.json: what a span becomes, once read from JSON and once from protobuf.</summary>
public sealed class SpanCaseTests
{
    public static TheoryData<string> Labels()
    {
        TheoryData<string> labels = [];
        foreach (JsonNode? item in Cases())
        {
            labels.Add(item!["label"]!.GetValue<string>());
        }

        return labels;
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_span_becomes_the_documents_of_the_case(string label)
    {
        JsonObject item = Cases().Single(candidate => candidate!["label"]!.GetValue<string>() == label)!.AsObject();
        JsonObject request = OtlpJson.Request(item["resource"]!.AsObject(), OtlpJson.Span(item["span"]!.AsObject()));
        JsonArray expected = item["expected"]!.AsArray();

        Check(expected, JsonSpans.Read(Encoding.UTF8.GetBytes(request.ToJsonString())));
        Check(expected, ProtobufSpans.Read(OtlpProtobuf.Write(request)));
    }

    private static void Check(JsonArray expected, List<OtlpSpan> spans)
    {
        IReadOnlyList<SegmentDocument> documents = SpanTranslator.ToDocuments(Assert.Single(spans));
        Assert.Equal(expected.Count, documents.Count);
        for (int i = 0; i < documents.Count; i++)
        {
            string text = SegmentWriter.ToText(documents[i], SegmentStyle.Sent);
            Assert.Null(new JsonComparer(partial: true).Difference(expected[i]!.ToJsonString(), text));
            Assert.True(SegmentReader.TryRead(Encoding.UTF8.GetBytes(text), out _, out DocumentRefusal? refusal), refusal?.Message);
        }
    }

    private static JsonArray Cases() => JsonNode.Parse(File.ReadAllText(CaseFiles.Path("otlp", "spans.json")))!.AsArray();
}
