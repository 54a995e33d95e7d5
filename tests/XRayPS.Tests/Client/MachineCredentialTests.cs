using System.Net;
using Amazon.Runtime;
using XRayPS.Client;
using XRayPS.Client.Errors;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Client;

/// <summary>Credentials that the machine gives: container and instance, from metadata services on loopback.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class MachineCredentialTests
{
    [Fact]
    public async Task A_container_gives_credentials()
    {
        await using FaultServer metadata = new(Answers.Json(
            """{"AccessKeyId":"ASIABOX1","SecretAccessKey":"s","Token":"t","Expiration":"2099-01-01T00:00:00Z"}"""));
        (string, string?)[] variables =
            [("AWS_CONTAINER_CREDENTIALS_FULL_URI", metadata.Endpoint + "creds"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "secret"), ("AWS_REGION", "eu-west-1"), ("HOME", "/nonexistent")];
        using ProcessEnvironment environment = new(variables);

        ConnectionDescription said = await DescribeAsync(variables);

        Assert.Equal(("****BOX1", "container"), (said.AccessKeyId, said.CredentialSource));
        Assert.Equal("/creds", metadata.Requests.First().Path);
        Assert.Equal("secret", metadata.Requests.First().Headers["Authorization"]);
    }

    /// <summary>It fails inside the pipeline, where X-Ray's own errors come from too.</summary>
    [Fact]
    public void A_metadata_service_that_gives_nothing_is_no_fault_of_the_endpoint()
    {
        AmazonServiceException silent = new("Unable to reach credentials server");

        XRayException failure = (XRayException)FailureMapper.Map(
            silent, "GetGroups", new Uri("https://xray.eu-west-1.amazonaws.com/"), TimeSpan.FromSeconds(1), default);

        Assert.Equal((FailureKind.Configuration, "NoCredentials"), (failure.Kind, failure.Code));
        Assert.Contains("Unable to reach credentials server", failure.Message);
    }

    [Fact]
    public async Task An_instance_gives_credentials_and_region()
    {
        await using FaultServer metadata = new((stream, request, token) => Instance(request.Path)(stream, request, token));
        (string, string?)[] variables =
            [("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Endpoint.ToString().TrimEnd('/')), ("AWS_EC2_METADATA_DISABLED", "false"), ("HOME", "/nonexistent")];
        using ProcessEnvironment environment = new(variables);

        ConnectionDescription said = await DescribeAsync(variables);

        Assert.Equal(("****INST", "instance metadata"), (said.AccessKeyId, said.CredentialSource));
        Assert.All(metadata.Requests.Where(request => request.Path.Contains("credentials", StringComparison.Ordinal)), request =>
            Assert.Equal("metadatatoken", request.Headers["x-aws-ec2-metadata-token"]));
        Assert.Equal(("eu-north-1", "instance metadata"), (said.Region, said.RegionSource));
    }

    [Fact]
    public async Task Loopback_goes_around_a_proxy()
    {
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy("http://127.0.0.1:1");
        try
        {
            await using FaultServer server = new(Answers.Json("{}"));

            // A patience of its own gives the client connections of its own.
            using IXRayClient client = Make.Client(server, Make.Tuning() with { Timeout = TimeSpan.FromSeconds(33) });
            await client.SendAsync(Operations.GetEncryptionConfig, new Empty(), default);

            Assert.Single(server.Requests);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    private static Answer Instance(string path) => path.TrimEnd('/') switch
    {
        "/latest/api/token" => Answers.Text("metadatatoken", "text/plain"),
        "/latest/meta-data/iam/security-credentials" => Answers.Text("role", "text/plain"),
        "/latest/meta-data/iam/security-credentials/role" => Answers.Json(
            """{"Code":"Success","AccessKeyId":"ASIAINST","SecretAccessKey":"s","Token":"t","Expiration":"2099-01-01T00:00:00Z","LastUpdated":"2026-01-01T00:00:00Z"}"""),
        "/latest/dynamic/instance-identity/document" => Answers.Json("""{"region":"eu-north-1"}"""),
        _ => Answers.Text("", "text/plain", 404),
    };

    private static async Task<ConnectionDescription> DescribeAsync((string Name, string? Value)[] variables)
    {
        ClientTuning tuning = Make.Tuning([.. variables.Select(entry => (entry.Name, entry.Value!))]);
        using XRayClient client = new(new ClientSettings(), tuning);
        return await client.DescribeAsync(default);
    }
}
