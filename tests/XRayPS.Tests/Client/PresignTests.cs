using Amazon.Runtime;
using XRayPS.Client;
using XRayPS.Client.Signing;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Client;

/// <summary>Presigned URLs against those of botocore 1.43.11 for the same keys and instant.</summary>
public sealed class PresignTests
{
    private const string Common = "&X-Amz-Credential=AKIDEXAMPLE%2F20260102%2Feu-west-1%2Fxray%2Faws4_request&X-Amz-Date=20260102T030405Z";
    private static readonly DateTime Now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("POST", "58dec650e487c86b2ed085065946b14b4118bbd397f957993f94e3cb06920df6")]
    [InlineData("GET", "92abe2298fac5e74f0f17dc9a2fe3b1f3ea920b8e94813dadf07d883c0a059ed")]
    public void Without_members_the_host_alone_is_signed(string method, string signature) =>
        Assert.Equal(
            $"https://xray.eu-west-1.amazonaws.com/EncryptionConfig?X-Amz-Algorithm=AWS4-HMAC-SHA256{Common}&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature={signature}",
            Presign(Operations.GetEncryptionConfig, [], 3600, method));

    [Fact]
    public void Members_move_into_the_query() =>
        Assert.Equal(
            $"https://xray.eu-west-1.amazonaws.com/TraceSummaries?StartTime=1767322000&EndTime=1767322800&Sampling=True&FilterExpression=service%28%22a%20b~%C3%BC%2F%2A%22%29%20AND%20x&X-Amz-Algorithm=AWS4-HMAC-SHA256{Common}&X-Amz-Expires=60&X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Signature=813b281a5ef0103a2dcbd3838262466ff556532d2bf8aa64e27411496fb06519",
            Presign(
                Operations.GetTraceSummaries,
                new() { ["StartTime"] = 1767322000, ["EndTime"] = DateTimeOffset.FromUnixTimeMilliseconds(1767322800500), ["Sampling"] = true, ["FilterExpression"] = "service(\"a b~ü/*\") AND x" },
                60));

    [Fact]
    public void Session_tokens_are_signed_too() =>
        Assert.Equal(
            $"https://xray.eu-west-1.amazonaws.com/ServiceGraph?StartTime=1767322000&EndTime=1767322800&GroupName=g&X-Amz-Algorithm=AWS4-HMAC-SHA256{Common}&X-Amz-Expires=604800&X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Security-Token=TOK%2FEN%2B%3D%3D&X-Amz-Signature=8ec7becd800b419bf8731014c0559334bbb0142a6e443dbb2c0e3e11585a9798",
            Presign(
                Operations.GetServiceGraph,
                new() { ["StartTime"] = 1767322000L, ["EndTime"] = 1767322800d, ["GroupName"] = "g", ["NextToken"] = null },
                604800,
                token: "TOK/EN+=="));

    [Fact]
    public void A_list_stands_once_for_each_item() =>
        Assert.Equal(
            $"https://xray.eu-west-1.amazonaws.com/Traces?TraceIds=1-a&TraceIds=1-b&X-Amz-Algorithm=AWS4-HMAC-SHA256{Common}&X-Amz-Expires=3600&X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Signature=a2fcefe633b89553c0f08149c7d85cbb8e2dfe2fb36ae3043a364f0cf2b57652",
            Presign(Operations.BatchGetTraces, new() { ["TraceIds"] = new object[] { "1-a", "1-b" } }, 3600));

    [Theory]
    [InlineData(0)]
    [InlineData(604801)]
    public void Expiry_has_bounds(int seconds) =>
        Assert.Equal(
            "InvalidExpiry",
            Assert.Throws<XRayException>(() => Presign(Operations.GetEncryptionConfig, [], seconds)).Code);

    [Fact]
    public void Structures_cannot_stand_in_a_url() =>
        Assert.Equal(
            "InvalidParameter",
            Assert.Throws<XRayException>(() => Presign(
                Operations.GetTraceSummaries, new() { ["SamplingStrategy"] = new Dictionary<string, object>() }, 60)).Code);

    [Fact]
    public async Task The_client_presigns_for_its_endpoint()
    {
        using XRayClient client = new(
            new ClientSettings { EndpointUrl = new Uri("http://127.0.0.1:2000"), AccessKey = "A", SecretKey = "S" }, Make.Tuning());

        Uri url = await client.PresignAsync(
            Operations.GetEncryptionConfig, new Dictionary<string, object?>(), TimeSpan.FromMinutes(5), "POST", default);

        Assert.StartsWith("http://127.0.0.1:2000/EncryptionConfig?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A%2F", url.AbsoluteUri);
        Assert.Contains("%2Fus-east-1%2Fxray%2Faws4_request", url.AbsoluteUri);
        Assert.Contains("&X-Amz-Expires=300&", url.AbsoluteUri);
    }

    [Fact]
    public async Task Without_credentials_there_is_no_signature_and_no_search_in_the_network()
    {
        using XRayClient client = new(
            new ClientSettings { EndpointUrl = new Uri("http://127.0.0.1:2000") },
            Make.Tuning(("AWS_EC2_METADATA_DISABLED", "false")));

        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => client.PresignAsync(
            Operations.GetEncryptionConfig, new Dictionary<string, object?>(), TimeSpan.FromMinutes(5), "POST", default));

        Assert.Equal("NoCredentials", failure.Code);
    }

    private static string Presign(
        Operation operation, Dictionary<string, object?> parameters, int seconds, string method = "POST", string? token = null) =>
        Presigner.Presign(
            new Uri("https://xray.eu-west-1.amazonaws.com/"),
            operation,
            method,
            parameters,
            TimeSpan.FromSeconds(seconds),
            new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token),
            "eu-west-1",
            Now).AbsoluteUri;
}
