using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using XRayPS.Core.Documents;
using XRayPS.Tests.Local;

namespace XRayPS.Tests.Documents;

public sealed partial class SegmentInspectorTests
{
    private static readonly ControlClock Clock = new(DateTimeOffset.FromUnixTimeSeconds(1790160000));

    /// <summary>The recorded answers of the service: the first error is what it says, and what it takes has no error.</summary>
    [Fact]
    public void The_first_error_is_what_the_service_was_recorded_to_answer()
    {
        int refused = 0;
        int taken = 0;
        string cases = Repeated().Replace(
            File.ReadAllText(CaseFiles.Path("service", "put-trace-segments.json")), static match => new string('x', int.Parse(match.Groups[1].ValueSpan)));
        foreach (JsonNode? item in JsonNode.Parse(cases)!.AsArray())
        {
            List<JsonNode?> answers = [.. item!["expected"]!["UnprocessedTraceSegments"]!.AsArray()];
            foreach (JsonNode? document in item["request"]!["TraceSegmentDocuments"]!.AsArray())
            {
                string text = document is JsonValue value && value.TryGetValue(out string? plain) ? plain : document!.ToJsonString();
                SegmentFinding? error = SegmentInspector.Inspect(Encoding.UTF8.GetBytes(text), Clock)
                    .FirstOrDefault(finding => finding.Severity == FindingSeverity.Error);
                JsonNode? answer = answers.Find(candidate => Same(candidate!, error));
                if (error is not null)
                {
                    Assert.True(answer is not null, $"{item["label"]}: {error} was not what the service said: {item["expected"]}");
                    answers.Remove(answer);
                    refused++;
                }
                else
                {
                    taken++;
                }
            }

            Assert.True(answers.Count == 0, $"{item["label"]}: not found: {string.Join(", ", answers.Select(answer => answer!.ToJsonString()))}");
        }

        Assert.True(refused > 10 && taken > 10, $"{refused} refused, {taken} taken");
    }

    [Theory]
    [InlineData("\"extra\":1", "UnknownMember", "$.extra")]
    [InlineData("\"fault\":\"true\"", "WrongKind", "$.fault")]
    [InlineData("\"annotations\":{\"a b\":1}", "AnnotationKey", "$.annotations.a b")]
    [InlineData("\"annotations\":{\"a\":[1]}", "AnnotationNotIndexed", "$.annotations.a")]
    [InlineData("\"annotations\":{\"a\":null}", "AnnotationNotIndexed", "$.annotations.a")]
    [InlineData("\"annotations\":7", "WrongKind", "$.annotations")]
    [InlineData("\"metadata\":{\"AWS.x\":1}", "ReservedKey", "$.metadata.AWS.x")]
    [InlineData("\"namespace\":\"remote\"", "NamespaceIgnored", "$.namespace")]
    [InlineData("\"subsegments\":{}", "NotAList", "$.subsegments")]
    [InlineData("\"start_time\":1790160000000", "NotInSeconds", "$.start_time")]
    [InlineData("\"start_time\":1790170000", "InTheFuture", "$.start_time")]
    [InlineData("\"start_time\":1700000000", "TooOld", "$.start_time")]
    [InlineData("\"end_time\":1790159000", "EndBeforeStart", "$.end_time")]
    [InlineData("\"user\":\"a\",\"user\":\"b\"", "DuplicateMember", "$.user")]
    [InlineData("\"http\":{\"response\":{\"status\":\"200\"}}", "WrongKind", "$.http.response.status")]
    [InlineData("\"subsegments\":[{\"name\":\"n\",\"id\":\"1111111111111111\",\"start_time\":1790159999,\"end_time\":1790160000,\"user\":\"x\"}]", "SegmentsOnly", "$.subsegments[0].user")]
    [InlineData("\"subsegments\":[{\"name\":\"n\",\"id\":\"53995c3f42cd8ad8\",\"start_time\":1790159999,\"end_time\":1790160000}]", "DuplicateId", "$.subsegments[0].id")]
    [InlineData("\"subsegments\":[{\"name\":\"n\",\"id\":\"1111111111111111\",\"start_time\":1790159000,\"end_time\":1790160000}]", "StartsBeforeParent", "$.subsegments[0].start_time")]
    [InlineData("\"cause\":\"zz\"", "CauseReference", "$.cause")]
    [InlineData("\"cause\":{\"exceptions\":[{\"message\":\"m\"}]}", "ExceptionId", "$.cause.exceptions[0].id")]
    [InlineData("\"cause\":{\"exceptions\":[\"zz\"]}", "CauseReference", "$.cause.exceptions[0]")]
    [InlineData("\"cause\":{\"exceptions\":[{\"id\":\"1111111111111111\",\"cause\":5}]}", "CauseReference", "$.cause.exceptions[0].cause")]
    [InlineData("\"cause\":{\"exceptions\":[{\"id\":\"1111111111111111\",\"stack\":\"at x\"}]}", "WrongKind", "$.cause.exceptions[0].stack")]
    [InlineData("\"cause\":{\"exceptions\":{}}", "WrongKind", "$.cause.exceptions")]
    [InlineData("\"cause\":5", "WrongKind", "$.cause")]
    [InlineData("\"links\":[{\"id\":\"1111111111111111\"}]", "LinkIncomplete", "$.links[0]")]
    [InlineData("\"sql\":{\"url\":\"x\"}", "SubsegmentsOnly", "$.sql")]
    [InlineData("\"origin\":5", "WrongKind", "$.origin")]
    [InlineData("\"http\":{\"response\":{\"content_length\":\"7\"}}", "WrongKind", "$.http.response.content_length")]
    [InlineData("\"subsegments\":[{\"name\":\"n\",\"id\":\"1111111111111111\",\"start_time\":1790159999,\"end_time\":1790160000,\"service\":{}}]", "SegmentsOnly", "$.subsegments[0].service")]
    [InlineData("\"subsegments\":[{\"name\":\"n\",\"id\":\"1111111111111111\",\"start_time\":1790159999,\"end_time\":1790160000,\"trace_id\":\"1-6ab384fb-74dbd054f7f68e8983701905\"}]", "IndependentOnly", "$.subsegments[0].trace_id")]
    [InlineData("\"subsegments\":[{\"name\":\"n\",\"id\":\"1111111111111111\",\"start_time\":1790159999,\"end_time\":1790160000,\"precursor_ids\":[\"x\"]}]", "PrecursorId", "$.subsegments[0].precursor_ids[0]")]
    public void What_is_ignored_or_misread_is_a_warning_with_its_place(string member, string code, string path)
    {
        IReadOnlyList<SegmentFinding> findings = Inspect(Good(member));

        Assert.Contains(findings, finding => (finding.Severity, finding.Code, finding.Path) == (FindingSeverity.Warning, code, path));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Remedy));
        Assert.True(SegmentReader.TryRead(Encoding.UTF8.GetBytes(Good(member)), out _, out _));
    }

    [Fact]
    public void A_good_document_has_no_findings() => Assert.Empty(Inspect(Good("\"user\":\"bob\"")));

    [Fact]
    public void More_links_than_a_segment_has_are_told()
    {
        string links = string.Join(',', Enumerable.Repeat("""{"trace_id":"1-6ab384fb-74dbd054f7f68e8983701905","id":"1111111111111111"}""", 21));

        Assert.Equal(["TooManyLinks"], Inspect(Good($"\"links\":[{links}]")).Select(finding => finding.Code));
    }

    [Fact]
    public void Every_error_is_told_not_the_first_alone()
    {
        string[] codes = [.. Inspect("""{"name":"a!","subsegments":[{"name":"","id":"x","start_time":1}]}""").Select(finding => $"{finding.Path} {finding.Code}")];

        Assert.Equal(
            ["$.id MissingId", "$.name InvalidName", "$.trace_id MissingTraceId", "$.start_time MissingStartTime", "$.end_time MissingEndTime",
             "$.subsegments[0].id InvalidId", "$.subsegments[0].name MissingName", "$.subsegments[0].end_time MissingEndTime", "$.subsegments[0].start_time TooOld"],
            codes);
    }

    [Fact]
    public void Many_annotations_and_much_text_are_told()
    {
        string annotations = string.Join(',', Enumerable.Range(0, 51).Select(i => $"\"k{i}\":{i}"));
        string document = Good($"\"annotations\":{{{annotations}}},\"metadata\":{{\"default\":\"{new string('x', 70_000)}\"}}");

        Assert.Equal(["TooManyAnnotations", "DocumentTooLarge"], Inspect(document).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("\u00EF\u00BB\u00BF{}", "byte order mark")]
    [InlineData("{\"name\":", "line 1")]
    [InlineData("\u00FF", "UTF-8")]
    public void What_is_no_JSON_says_where(string latin1, string sentence)
    {
        SegmentFinding finding = Assert.Single(SegmentInspector.Inspect(Encoding.Latin1.GetBytes(latin1), Clock));

        Assert.Equal("ParseError", finding.Code);
        Assert.Contains(sentence, finding.Remedy);
    }

    /// <summary>The reader and the inspector are two; whatever the bytes, they agree on what is refused and why.</summary>
    [Fact]
    public void Reader_and_inspector_agree_on_hostile_documents()
    {
        JsonNode good = JsonNode.Parse(Good(
            "\"http\":{\"request\":{\"url\":\"u\"}},\"annotations\":{\"a\":1},\"subsegments\":[{\"name\":\"n\",\"id\":\"1111111111111111\",\"start_time\":1,\"in_progress\":true}]"))!;
        string deep = string.Concat(Enumerable.Repeat("{\"subsegments\":[", 10_000));
        List<byte[]> documents = [Encoding.UTF8.GetBytes(deep)];
        for (int seed = 0; seed < 3000; seed++)
        {
            Wire.JsonMutator mutator = new(seed);
            documents.Add(mutator.Stray(good));
            documents.Add(mutator.Break(documents[^1]));
        }

        int refused = 0;
        foreach (byte[] document in documents)
        {
            bool taken = SegmentReader.TryRead(document, out _, out DocumentRefusal? refusal);
            SegmentFinding? error = SegmentInspector.Inspect(document, Clock).FirstOrDefault(finding => finding.Severity == FindingSeverity.Error);
            Assert.True(
                refusal?.Message == error?.Message, $"{refusal?.Message} against {error} for {Encoding.UTF8.GetString(document.AsSpan(0, Math.Min(2000, document.Length)))}");
            refused += taken ? 0 : 1;
        }

        Assert.InRange(refused, 1000, documents.Count - 1000);
    }

    /// <summary>The files write a long text as how often it has an x.</summary>
    [GeneratedRegex("<([0-9]+) x>")]
    private static partial Regex Repeated();

    private static bool Same(JsonNode answer, SegmentFinding? error) =>
        error is not null
        && answer["ErrorCode"]!.GetValue<string>() == error.Code
        && answer["Message"]!.GetValue<string>() == error.Message
        && answer["Id"]?.GetValue<string>() == (string.IsNullOrEmpty(error.Id) ? answer["Id"]?.GetValue<string>() : error.Id);

    private static IReadOnlyList<SegmentFinding> Inspect(string document) => SegmentInspector.Inspect(Encoding.UTF8.GetBytes(document), Clock);

    /// <summary>A good document with a member more; one that it has already is replaced.</summary>
    private static string Good(string member)
    {
        JsonObject document = new()
        {
            ["name"] = "shop",
            ["id"] = "53995c3f42cd8ad8",
            ["trace_id"] = "1-6ab384fb-74dbd054f7f68e8983701905",
            ["start_time"] = 1790159990,
            ["end_time"] = 1790160000,
        };
        using JsonDocument added = JsonDocument.Parse("{" + member + "}");
        document.Remove(added.RootElement.EnumerateObject().First().Name);
        return document.ToJsonString()[..^1] + "," + member + "}";
    }
}
