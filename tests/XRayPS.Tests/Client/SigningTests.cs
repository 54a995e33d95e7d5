using System.Globalization;
using XRayPS.Client;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Client;

public sealed class SigningTests
{
    private const string Recorded = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/eu-west-1/xray/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=d3c1645f21522d2f6f590455f6682918629f6394af89cb1e1d9e436a6aac3b08";

    /// <summary>A POST that botocore 1.43.11 signed, so that the check itself is checked.</summary>
    [Fact]
    public void The_check_agrees_with_botocore()
    {
        SeenRequest request = new(
            "POST /EncryptionConfig HTTP/1.1",
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["host"] = "xray.eu-west-1.amazonaws.com",
                ["x-amz-date"] = "20260102T030405Z",
                ["content-type"] = "application/json",
                ["Authorization"] = Recorded,
            },
            "{}"u8.ToArray());

        Assert.Equal(Recorded, SigV4Check.Expected(request, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("session/token+==")]
    public async Task The_signature_on_the_wire_is_right(string? token)
    {
        await using FaultServer server = new(Answers.Json("{}"));
        ClientSettings settings = new()
        {
            EndpointUrl = server.Endpoint,
            Region = "eu-west-1",
            AccessKey = "AKIDEXAMPLE",
            SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            SessionToken = token,
        };
        using XRayClient client = new(settings, Make.Tuning());

        await client.SendAsync(Operations.GetTraceSummaries, new GetTraceSummariesRequest { FilterExpression = "a/ü" }, default);

        Assert.Equal(
            SigV4Check.Expected(server.Single, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            server.Single.Headers["Authorization"]);
        Assert.Equal(token, server.Single.Headers.GetValueOrDefault("X-Amz-Security-Token"));
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_corrected()
    {
        DateTimeOffset there = DateTimeOffset.UtcNow.AddHours(2);
        Answer skewed = Answers.Json(
            """{"message":"Signature not yet current"}""",
            403,
            "x-amzn-errortype: RequestTimeTooSkewed",
            $"Date: {there.ToString("R", CultureInfo.InvariantCulture)}");
        await using FaultServer server = new(skewed, Answers.Json("{}"));
        using IXRayClient client = Make.SignedClient(server);

        await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default);

        DateTimeOffset signedAt = DateTimeOffset.ParseExact(
            server.Requests.Last().Headers["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.Equal(2, server.Requests.Count);
        Assert.InRange((signedAt - there).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }
}
