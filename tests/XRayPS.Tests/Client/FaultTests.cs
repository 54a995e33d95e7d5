using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using XRayPS.Client;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Client;

public sealed class FaultTests
{
    private const string Good = """{"EncryptionConfig":{"Type":"NONE"}}""";

    public static TheoryData<string> Passing => ["throttled", "dropped", "cut", "500", "503", "html502"];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_passing_fault_is_retried(string fault)
    {
        await using FaultServer server = new(ByName(fault), ByName(fault), Answers.Json(Good));
        using IXRayClient client = Make.Client(server);

        Reply<EncryptionConfigResponse> reply = await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default);

        Assert.Equal("NONE", reply.Value.EncryptionConfig!.Type);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("throttled", FailureKind.Limit, "ThrottledException", 429)]
    [InlineData("500", FailureKind.Service, "InternalFailure", 500)]
    [InlineData("html502", FailureKind.Service, "Http502", 502)]
    [InlineData("dropped", FailureKind.Connection, "ConnectionFailed", null)]
    [InlineData("cut", FailureKind.Connection, "ConnectionFailed", null)]
    public async Task A_lasting_fault_is_told(string fault, FailureKind kind, string code, int? status)
    {
        await using FaultServer server = new(ByName(fault));
        using IXRayClient client = Make.Client(server);

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(code, failure.Code);
        Assert.Equal(status, failure.StatusCode);
        Assert.Equal("GetEncryptionConfig", failure.Operation);
        Assert.True(code != "ThrottledException" || failure.Message == "Rate exceeded", failure.Message);
        Assert.Equal(kind == FailureKind.Limit ? 6 : 3, server.Requests.Count);
    }

    [Fact]
    public async Task The_number_of_attempts_can_be_set()
    {
        await using FaultServer server = new(Answers.Throttled());
        using IXRayClient client = Make.Client(server, Make.Tuning(("AWS_MAX_ATTEMPTS", "2")));

        await Assert.ThrowsAsync<XRayException>(() => client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task An_html_page_becomes_a_readable_sentence()
    {
        await using FaultServer server = new(ByName("html502"));
        using IXRayClient client = Make.Client(server);

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default));

        Assert.Contains("HTTP 502 with \"502 Bad Gateway & more\"", failure.Message);
        Assert.DoesNotContain("<", failure.Message);
    }

    [Fact]
    public async Task A_refused_request_is_not_sent_again()
    {
        await using FaultServer server = new(Answers.Error("InvalidRequestException", "Invalid time range"));
        using IXRayClient client = Make.Client(server);

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendAsync(Operations.GetTraceSummaries, new GetTraceSummariesRequest(), default));

        Assert.Equal(FailureKind.Refused, failure.Kind);
        Assert.Equal("InvalidRequestException", failure.Code);
        Assert.Equal("Invalid time range", failure.Message);
        Assert.Equal("11111111-2222-3333-4444-555555555555", failure.RequestId);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.xray#ResourceNotFoundException","message":"gone"}""", 404, "ResourceNotFoundException", "gone")]
    [InlineData("""{"code":"AccessDeniedException","errorMessage":"no"}""", 403, "AccessDeniedException", "no")]
    [InlineData("""{"message":"1 validation error detected"}""", 400, "ValidationException", "1 validation error detected", "x-amzn-ErrorType: ValidationException:http://internal.amazon.com/coral/")]
    [InlineData("""{"message":"The security token has expired."}""", 403, "ExpiredTokenException", "The security token has expired. Get new temporary credentials, for example with `aws sso login`.", "x-amzn-errortype: ExpiredTokenException")]
    [InlineData("""{"Message":null}""", 403, "UnrecognizedClientException", "The access key is not known in this partition. Check the profile or the keys, and the region.", "x-amzn-errortype: UnrecognizedClientException")]
    [InlineData("""{"Message":"x","ResourceName":"arn:r"}""", 404, "ResourceNotFoundException", "x", "x-amzn-errortype: ResourceNotFoundException")]
    public async Task Codes_and_texts_are_found_wherever_they_stand(
        string body, int status, string code, string text, params string[] headers)
    {
        await using FaultServer server = new(Answers.Json(body, status, headers));
        using IXRayClient client = Make.Client(server);

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default));

        Assert.Equal(code, failure.Code);
        Assert.Equal(text, failure.Message);
        Assert.Equal(body.Contains("ResourceName", StringComparison.Ordinal) ? "arn:r" : null, failure.ResourceName);
    }

    [Fact]
    public async Task An_unknown_operation_in_a_200_is_an_error()
    {
        await using FaultServer server = new(Answers.Json(
            """{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"""));
        using IXRayClient client = Make.Client(server);

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendRawAsync(Operations.GetGroups, ReadOnlyMemory<byte>.Empty, default));

        Assert.Equal("UnknownOperationException", failure.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_unreadable()
    {
        await using FaultServer server = new(Answers.Text("<html>hello</html>", "text/html"));
        using IXRayClient client = Make.Client(server);

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default));

        Assert.Equal(FailureKind.Unreadable, failure.Kind);
    }

    [Fact]
    public async Task Nothing_that_listens_is_told_with_a_way_out()
    {
        int port;
        using (TcpListener closed = new(IPAddress.Loopback, 0))
        {
            closed.Start();
            port = ((IPEndPoint)closed.LocalEndpoint).Port;
        }

        using XRayClient client = new(new ClientSettings { EndpointUrl = new Uri($"http://127.0.0.1:{port}") }, Make.Tuning());

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default));

        Assert.Equal("ConnectionRefused", failure.Code);
        Assert.Contains("Start-XRayLocalService", failure.Message);
    }

    [Fact]
    public async Task Cancelling_ends_a_silent_body_at_once()
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FaultServer server = new(Answers.Stall(started));
        using IXRayClient client = Make.Client(server);
        using CancellationTokenSource stop = new();

        Task call = client.SendAsync(Operations.GetTraceSummaries, new GetTraceSummariesRequest(), stop.Token);
        await started.Task;
        Stopwatch watch = Stopwatch.StartNew();
        await stop.CancelAsync();
        OperationCanceledException end = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(stop.Token, end.CancellationToken);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_silent_service_is_a_timeout()
    {
        await using FaultServer server = new(Answers.Stall(new TaskCompletionSource()));
        ClientTuning tuning = Make.Tuning() with { Timeout = TimeSpan.FromMilliseconds(150), Retries = 1 };
        using IXRayClient client = Make.Client(server, tuning);

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default));

        Assert.Equal(FailureKind.Timeout, failure.Kind);
        Assert.Equal("RequestTimeout", failure.Code);
    }

    private static Answer ByName(string fault) => fault switch
    {
        "throttled" => Answers.Throttled(),
        "dropped" => Answers.Drop(),
        "cut" => Answers.Cut("{\"EncryptionConfig\":{", 100),
        "500" => Answers.Json("{\"message\":null}", 500, "x-amzn-errortype: InternalFailure"),
        "503" => Answers.Json("", 503),
        _ => Answers.Text("<html><head><title>502 Bad Gateway &amp; more</title></head><body>nginx</body></html>", "text/html", 502),
    };
}
