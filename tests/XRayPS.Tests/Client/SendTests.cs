using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Client;

public sealed class SendTests
{
    [Fact]
    public async Task Posts_json_unsigned_to_loopback()
    {
        await using FaultServer server = new(Answers.Json("""{"EncryptionConfig":{"KeyId":null,"Status":"ACTIVE","Type":"NONE"}}"""));
        using IXRayClient client = Make.Client(server);

        Reply<EncryptionConfigResponse> reply = await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default);

        Assert.Equal("NONE", reply.Value.EncryptionConfig!.Type);
        Assert.Null(reply.Value.EncryptionConfig.KeyId);
        Assert.Equal("11111111-2222-3333-4444-555555555555", reply.RequestId);
        Assert.Empty(reply.Notes);
        Assert.Equal("POST /EncryptionConfig HTTP/1.1", server.Single.Line);
        Assert.Equal("{}", server.Single.BodyText);
        Assert.Equal("application/json", server.Single.Headers["Content-Type"]);
        Assert.DoesNotContain("Authorization", server.Single.Headers.Keys);
        Assert.DoesNotContain("Expect", server.Single.Headers.Keys);
        Assert.Contains("XRayPS/", server.Single.Headers["User-Agent"]);
    }

    [Fact]
    public async Task Signs_with_keys_that_are_named()
    {
        await using FaultServer server = new(Answers.Json("{}"));
        using IXRayClient client = Make.SignedClient(server);

        await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default);

        string authorization = server.Single.Headers["Authorization"];
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", authorization);
        Assert.Contains("/eu-west-1/xray/aws4_request", authorization);
    }

    [Fact]
    public async Task Empty_body_is_an_empty_answer()
    {
        await using FaultServer server = new(Answers.Json(""));
        using IXRayClient client = Make.Client(server);

        Reply<GetTraceSummariesResponse> reply =
            await client.SendAsync(Operations.GetTraceSummaries, new GetTraceSummariesRequest(), default);

        Assert.Empty(reply.Value.TraceSummaries);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Chunked_answers_are_read_whole()
    {
        await using FaultServer server = new(Answers.Chunked("{\"Traces\":[{\"Id\":", "\"1-a\"}]", "}"));
        using IXRayClient client = Make.Client(server);

        Reply<BatchGetTracesResponse> reply =
            await client.SendAsync(Operations.BatchGetTraces, new BatchGetTracesRequest { TraceIds = ["1-a"] }, default);

        Assert.Equal("1-a", Assert.Single(reply.Value.Traces).Id);
        Assert.Equal("chunks", reply.RequestId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(5 * 1024 * 1024)]
    public async Task Long_answers_are_read_whole(int length)
    {
        string token = new('x', length);
        await using FaultServer server = new(Answers.Json($$"""{"NextToken":"{{token}}"}"""), Answers.Chunked($$"""{"NextToken":"{{token}}"}"""));
        using IXRayClient client = Make.Client(server);

        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(token, (await client.SendAsync(Operations.GetTraceSummaries, new(), default)).Value.NextToken);
        }
    }

    [Fact]
    public async Task Values_of_the_wrong_kind_are_absent_and_noted()
    {
        await using FaultServer server = new(Answers.Json("""{"EncryptionConfig":{"KeyId":7,"Type":"NONE"}}"""));
        using IXRayClient client = Make.Client(server);

        Reply<EncryptionConfigResponse> reply = await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default);

        Assert.Null(reply.Value.EncryptionConfig!.KeyId);
        Assert.Equal("EncryptionConfig.KeyId: expected a string, found a number; taken as absent.", Assert.Single(reply.Notes));
    }

    [Fact]
    public async Task Raw_calls_hand_on_the_bytes()
    {
        await using FaultServer server = new(Answers.Json("""{"Groups":[ ]}"""));
        using IXRayClient client = Make.Client(server);

        Reply<ReadOnlyMemory<byte>> reply = await client.SendRawAsync(Operations.GetGroups, "{\"NextToken\":null}"u8.ToArray(), default);

        Assert.Equal("""{"Groups":[ ]}"""u8.ToArray(), reply.Value.ToArray());
        Assert.Equal("/Groups", server.Single.Path);
        Assert.Equal("{\"NextToken\":null}", server.Single.BodyText);
    }
}
