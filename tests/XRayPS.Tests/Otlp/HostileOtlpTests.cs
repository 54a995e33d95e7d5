using System.Text;
using System.Text.Json.Nodes;
using XRayPS.Core.Documents;
using XRayPS.Core.Otlp;
using XRayPS.Tests.Wire;

namespace XRayPS.Tests.Otlp;

/// <summary>Broken requests are refused with a sentence or read as far as they go; nothing else is thrown.</summary>
public sealed class HostileOtlpTests
{
    [Fact]
    public void Strays_and_breaks_are_read_or_refused()
    {
        int read = 0;
        int refused = 0;
        foreach (JsonNode? item in JsonNode.Parse(File.ReadAllText(CaseFiles.Path("otlp", "spans.json")))!.AsArray())
        {
            JsonObject request = OtlpJson.Request(item!["resource"]!.AsObject(), OtlpJson.Span(item["span"]!.AsObject()));
            byte[] protobuf = OtlpProtobuf.Write(request);
            for (int seed = 0; seed < 40; seed++)
            {
                JsonMutator mutator = new(seed);
                byte[] stray = mutator.Stray(request);
                foreach (bool taken in (bool[])[
                    Try(() => JsonSpans.Read(stray)), Try(() => JsonSpans.Read(mutator.Break(stray))),
                    Try(() => ProtobufSpans.Read(mutator.Break(protobuf)))])
                {
                    read += taken ? 1 : 0;
                    refused += taken ? 0 : 1;
                }
            }
        }

        Assert.True(read > 500 && refused > 500, $"{read} read, {refused} refused");
    }

    private static bool Try(Func<List<OtlpSpan>> read)
    {
        try
        {
            foreach (SegmentDocument document in read().SelectMany(SpanTranslator.ToDocuments))
            {
                SegmentReader.TryRead(Encoding.UTF8.GetBytes(SegmentWriter.ToText(document, SegmentStyle.Sent)), out _, out _);
            }

            return true;
        }
        catch (OtlpException refusal)
        {
            Assert.NotEmpty(refusal.Message);
            return false;
        }
    }
}
