using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

/// <summary>Both shapes of errors, byte for byte.</summary>
public sealed class ErrorTests
{
    private const string Id = "1-6ab3a000-000000000000000000000001";

    [Theory]
    [InlineData("/TraceSegments", "{}", 400, "ValidationException", """{"message":"1 validation error detected: Value null at 'traceSegmentDocuments' failed to satisfy constraint: Member must not be null"}""")]
    [InlineData("/TraceSegments", "", 400, "ValidationException", """{"message":"1 validation error detected: Value null at 'traceSegmentDocuments' failed to satisfy constraint: Member must not be null"}""")]
    [InlineData("/TraceSegments", """{"TraceSegmentDocuments":[]}""", 400, "InvalidRequestException", """{"Message":"Segments can not be empty"}""")]
    [InlineData("/TraceSegments", """{"TraceSegmentDocuments":[42]}""", 400, "SerializationException", """{"Message":"NUMBER_VALUE can not be converted to a String"}""")]
    [InlineData("/TraceSegments", """{"TraceSegmentDocuments":[null]}""", 500, "InternalFailure", """{"message":null}""")]
    [InlineData("/TraceSegments", "{", 400, "SerializationException", """{"Message":"The body is not valid JSON."}""")]
    [InlineData("/TelemetryRecords", """{"TelemetryRecords":[]}""", 400, "InvalidRequestException", """{"Message":"Telemetry records cannot be empty"}""")]
    [InlineData("/TelemetryRecords", """{"TelemetryRecords":[null]}""", 500, "InternalFailure", """{"message":null}""")]
    [InlineData("/TelemetryRecords", """{"TelemetryRecords":[{"Timestamp":"x"}]}""", 400, "SerializationException", """{"Message":"STRING_VALUE can not be converted to milliseconds since epoch"}""")]
    [InlineData("/TelemetryRecords", """{"TelemetryRecords":[{}]}""", 400, "ValidationException", """{"message":"1 validation error detected: Value null at 'telemetryRecords.1.member.timestamp' failed to satisfy constraint: Member must not be null"}""")]
    [InlineData("/TraceSummaries", "{}", 400, "ValidationException", """{"message":"2 validation errors detected: Value null at 'startTime' failed to satisfy constraint: Member must not be null; Value null at 'endTime' failed to satisfy constraint: Member must not be null"}""")]
    [InlineData("/TraceSummaries", """{"StartTime":2,"EndTime":1}""", 400, "InvalidRequestException", """{"Message":"End time cannot be earlier than start time"}""")]
    [InlineData("/TraceSummaries", """{"StartTime":1,"EndTime":2,"TimeRangeType":"X"}""", 400, "ValidationException", """{"message":"1 validation error detected: Value 'X' at 'timeRangeType' failed to satisfy constraint: Member must satisfy enum value set: [TraceId, Event, Service]"}""")]
    [InlineData("/TraceSummaries", """{"StartTime":1,"EndTime":2,"NextToken":"n"}""", 400, "InvalidRequestException", """{"Message":"Invalid token n"}""")]
    [InlineData("/ServiceGraph", """{"StartTime":2,"EndTime":1}""", 400, "InvalidRequestException", """{"Message":"End time cannot be earlier than start time"}""")]
    [InlineData("/ServiceGraph", """{"StartTime":1,"EndTime":2,"NextToken":"n"}""", 400, "InvalidRequestException", """{"Message":"NextToken is currently not supported"}""")]
    [InlineData("/Traces", """{"TraceIds":["a","b","c","d","e","f"]}""", 400, "InvalidRequestException", """{"Message":"Exceeding maximum query size: 5"}""")]
    [InlineData("/Traces", """{"TraceIds":["bad"]}""", 400, "InvalidRequestException", """{"Message":"Invalid trace id bad: incorrect id format"}""")]
    [InlineData("/Traces", $$"""{"TraceIds":["{{Id}}","{{Id}}"]}""", 400, "InvalidRequestException", """{"Message":"Containing duplicate trace ids"}""")]
    [InlineData("/Traces", $$"""{"TraceIds":["{{Id}}"],"NextToken":"n"}""", 400, "InvalidRequestException", """{"Message":"NextToken is currently not supported"}""")]
    [InlineData("/TraceGraph", """{"TraceIds":[]}""", 400, "InvalidRequestException", """{"Message":"Zero trace ids provided"}""")]
    [InlineData("/TraceGraph", $$"""{"TraceIds":["{{Id}}","{{Id}}"]}""", 400, "InvalidRequestException", """{"Message":"Currently only one trace Id is supported"}""")]
    [InlineData("/TraceGraph", """{"TraceIds":["bad"]}""", 400, "InvalidRequestException", """{"Message":"Invalid traceId. ErrorCode: InvalidId"}""")]
    [InlineData("/TraceGraph", $$"""{"TraceIds":["{{Id}}"]}""", 400, "InvalidRequestException", """{"Message":"Trace id not found"}""")]
    [InlineData("/TraceGraph", $$"""{"TraceIds":["{{Id}}"],"NextToken":"n"}""", 400, "InvalidRequestException", """{"Message":"NextToken is currently not supported"}""")]
    [InlineData("/PutEncryptionConfig", "{}", 400, "ValidationException", """{"message":"1 validation error detected: Value null at 'type' failed to satisfy constraint: Member must not be null"}""")]
    [InlineData("/PutEncryptionConfig", """{"Type":"AES"}""", 400, "ValidationException", """{"message":"1 validation error detected: Value 'AES' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [NONE, KMS]"}""")]
    public async Task A_bad_request_gets_the_services_error(string path, string body, int status, string type, string text)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await service.PostAsync(path, body);
        Assert.Equal((status, type, text), (reply.Status, reply.ErrorType, reply.Text));
        Assert.Equal("application/json", reply.ContentType);
        Assert.True(Guid.TryParse(reply.RequestId, out _));
    }

    [Theory]
    [InlineData("/NoSuchOperation")]
    [InlineData("/tracesegments")]
    [InlineData("/TraceSegments/")]
    public async Task An_unknown_route_answers_as_the_real_service_does(string path)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await service.PostAsync(path, "{}");
        Assert.Equal(200, reply.Status);
        Assert.Equal("""{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}""", reply.Text);
    }

    [Fact]
    public async Task A_refused_document_does_no_harm_to_its_neighbours()
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonObject large = Documents.Segment(3, 3, 0, 1);
        large["metadata"] = new JsonObject { ["padding"] = new string('x', 70_000) };
        JsonArray refused = await service.PutAsync(
            Documents.Segment(1, 1, 0, 1).ToJsonString(),
            "{",
            "[]",
            "\ud83d\ude00",
            """{"id":"0000000000000009"}""",
            new string('[', 10_000),
            large.ToJsonString(),
            Documents.Segment(2, 2, 0, 1).ToJsonString());
        Assert.Equal(
            ["ParseError", "ParseError", "ParseError", "MissingName", "ParseError"],
            refused.Select(entry => (string?)entry!["ErrorCode"]));
        Assert.Equal(3, (await service.SummariesAsync(-1, 1))["TraceSummaries"]!.AsArray().Count);
        Assert.Equal((8, 5), (service.Service.ReadCounters().SegmentsReceived, service.Service.ReadCounters().SegmentsRejected));
        JsonNode traces = await service.AskAsync("/Traces", new JsonObject { ["TraceIds"] = new JsonArray(Documents.TraceId(3)) });
        Assert.Contains(new string('x', 70_000), (string)traces["Traces"]![0]!["Segments"]![0]!["Document"]!, StringComparison.Ordinal);
    }
}
