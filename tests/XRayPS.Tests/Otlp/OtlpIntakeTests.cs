using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using XRayPS.Local;
using XRayPS.Tests.Local;

namespace XRayPS.Tests.Otlp;

public sealed class OtlpIntakeTests
{
    private const string Json = "application/json";
    private const string Protobuf = "application/x-protobuf";

    [Theory]
    [InlineData(Json, false)]
    [InlineData(Json, true)]
    [InlineData(Protobuf, false)]
    [InlineData(Protobuf, true)]
    public async Task Spans_become_a_trace(string contentType, bool packed)
    {
        await using RunningService service = await RunningService.StartAsync();

        (HttpStatusCode status, byte[] answer, string? type) = await SendAsync(service, contentType, Body(contentType, Shop()), packed);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(contentType, type);
        Assert.Equal(contentType == Json ? "{}" : "", Encoding.UTF8.GetString(answer));
        JsonNode traces = await service.AskAsync("/Traces", new JsonObject { ["TraceIds"] = new JsonArray("1-5759e988-bd862e3fe1be46a994272793") });
        JsonNode? segment = JsonNode.Parse(traces["Traces"]![0]!["Segments"]![0]!["Document"]!.GetValue<string>());
        Assert.Equal("shop", segment!["name"]!.GetValue<string>());
        Assert.Equal("stock", segment["subsegments"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Spans_that_X_Ray_would_refuse_are_told_and_the_others_taken()
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonObject request = Shop();
        request["resourceSpans"]![0]!["scopeSpans"]![0]!["spans"]!.AsArray().Add(new JsonObject { ["name"] = "no ids", ["kind"] = 2 });

        (HttpStatusCode status, byte[] json, _) = await SendAsync(service, Json, Body(Json, request));
        (_, byte[] protobuf, _) = await SendAsync(service, Protobuf, Body(Protobuf, Timed(request)));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"partialSuccess":{"rejectedSpans":"1","errorMessage":"span without id: Invalid segment. ErrorCode: MissingId"}}""",
            Encoding.UTF8.GetString(json));
        Assert.Equal([0x0A, (byte)(protobuf.Length - 2), 0x08, 1, 0x12, (byte)(protobuf.Length - 6)], protobuf[..6]);
        Assert.Equal("span without id: Invalid segment. ErrorCode: MissingId", Encoding.UTF8.GetString(protobuf[6..]));
        Assert.Equal(1, service.Service.ReadCounters().Traces);
    }

    [Theory]
    [InlineData(Json, "{", 400, "no JSON")]
    [InlineData(Json, "[]", 400, "no JSON object")]
    [InlineData(Json, "{\"resourceSpans\":[7]}", 400, "no JSON")]
    [InlineData(Json, "\u00EF\u00BB\u00BF{}", 400, "no JSON")]
    [InlineData(Protobuf, "\u000A\u007F", 400, "ends within a field")]
    [InlineData(Protobuf, "\u0008\u0001", 400, "another type")]
    [InlineData(Protobuf, "\u0010\u0001", 200, "")]
    [InlineData(Protobuf, "\u0017", 400, "wire type")]
    [InlineData("text/plain", "x", 415, "text/plain")]
    public async Task What_is_no_OTLP_is_told(string contentType, string body, int status, string sentence)
    {
        await using RunningService service = await RunningService.StartAsync();

        (HttpStatusCode actual, byte[] answer, string? type) = await SendAsync(service, contentType, Encoding.Latin1.GetBytes(body));

        Assert.Equal(status, (int)actual);
        Assert.Equal(contentType == Protobuf ? Protobuf : Json, type);
        Assert.Contains(sentence, Encoding.UTF8.GetString(answer));
    }

    [Fact]
    public async Task A_gzip_bomb_is_refused_at_the_limit()
    {
        await using RunningService service = await RunningService.StartAsync(LocalSettings.Default with { BodyLimit = 100_000 });

        (HttpStatusCode status, byte[] answer, string? type) = await SendAsync(service, Protobuf, new byte[50_000_000], packed: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(Protobuf, type);
        Assert.Contains("100000 bytes", Encoding.UTF8.GetString(answer));
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        await using RunningService service = await RunningService.StartAsync();
        string deep = string.Concat(Enumerable.Repeat("{\"arrayValue\":{\"values\":[", 10_000));

        (HttpStatusCode json, _, _) = await SendAsync(
            service, Json, Encoding.UTF8.GetBytes("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":" + deep));
        (HttpStatusCode protobuf, byte[] answer, _) = await SendAsync(service, Protobuf, DeepProtobuf(200));

        Assert.Equal(HttpStatusCode.BadRequest, json);
        Assert.Equal(HttpStatusCode.BadRequest, protobuf);
        Assert.Contains("nested too deeply", Encoding.UTF8.GetString(answer));
    }

    [Fact]
    public async Task Other_methods_are_told_to_post()
    {
        await using RunningService service = await RunningService.StartAsync();

        using HttpResponseMessage answer = await service.Http.GetAsync("/v1/traces");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static JsonObject Shop() => OtlpJson.Request(
        new JsonObject { ["service.name"] = "shop" },
        OtlpJson.Span(new JsonObject { ["kind"] = 2, ["name"] = "GET /" }),
        OtlpJson.Span(new JsonObject
        {
            ["kind"] = 3,
            ["name"] = "GET",
            ["spanId"] = "1111111111111111",
            ["parentSpanId"] = OtlpJson.SpanId,
            ["attributes"] = new JsonObject { ["server.address"] = "stock" },
        }));

    private static JsonObject Timed(JsonObject request)
    {
        foreach (JsonNode? span in request["resourceSpans"]![0]!["scopeSpans"]![0]!["spans"]!.AsArray())
        {
            span!["startTimeUnixNano"] ??= "1";
            span["endTimeUnixNano"] ??= "2";
        }

        return request;
    }

    private static byte[] Body(string contentType, JsonObject request) =>
        contentType == Json ? Encoding.UTF8.GetBytes(request.ToJsonString()) : OtlpProtobuf.Write(request);

    /// <summary>A resource whose attribute holds a list that holds a list, and so on.</summary>
    private static byte[] DeepProtobuf(int depth)
    {
        byte[] value = [];
        for (int i = 0; i < depth; i++)
        {
            value = Field(5, Field(1, value));
        }

        return Field(1, Field(1, Field(1, Field(2, value))));
    }

    private static byte[] Field(int number, byte[] content)
    {
        List<byte> field = [(byte)((number << 3) | 2)];
        int length = content.Length;
        for (; length >= 0x80; length >>= 7)
        {
            field.Add((byte)(length | 0x80));
        }

        return [.. field, (byte)length, .. content];
    }

    private static async Task<(HttpStatusCode Status, byte[] Body, string? Type)> SendAsync(
        RunningService service, string contentType, byte[] body, bool packed = false)
    {
        using ByteArrayContent content = new(packed ? Pack(body) : body);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        if (packed)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        using HttpResponseMessage answer = await service.Http.PostAsync("/v1/traces", content);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType?.MediaType);
    }

    private static byte[] Pack(byte[] body)
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return packed.ToArray();
    }
}
