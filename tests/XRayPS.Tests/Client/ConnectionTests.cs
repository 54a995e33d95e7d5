using System.Diagnostics;
using XRayPS.Client;
using XRayPS.Core.Ports;

namespace XRayPS.Tests.Client;

/// <summary>Which source of credentials wins, and what is said of it.</summary>
public sealed class ConnectionTests
{
    private const string Files = "[default]\naws_access_key_id=AKIDDEFAULT\naws_secret_access_key=s\n[p]\naws_access_key_id=AKIDOFP\naws_secret_access_key=s\naws_session_token=t\n";

    [Fact]
    public async Task Sources_have_an_order()
    {
        using AwsFolder folder = new();
        folder.WriteCredentials(Files);
        ClientSettings all = new()
        {
            Region = "eu-west-1",
            AccessKey = "AKIDKEYS",
            SecretKey = "s",
            Credential = new Foreign("AKIDOBJ"),
            ProfileName = "p",
            DefaultCredential = new Foreign("AKIDSTORED"),
        };
        (string, string)[] files =
            [("AWS_SHARED_CREDENTIALS_FILE", folder.Credentials), ("AWS_CONFIG_FILE", folder.Config)];
        (string, string)[] variables =
            [.. files, ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_PROFILE", "p")];

        await ExpectAsync("****KEYS", "-AccessKey and -SecretKey", all, variables);
        all = all with { AccessKey = null, SecretKey = null };
        await ExpectAsync("****DOBJ", "-Credential", all, variables);
        all = all with { Credential = null };
        await ExpectAsync("****DOFP", "profile p", all, variables);
        all = all with { ProfileName = null };
        await ExpectAsync("****ORED", "$StoredAWSCredentials", all, variables);
        all = all with { DefaultCredential = null };
        await ExpectAsync("****DENV", "environment variables", all, variables);
        await ExpectAsync("****DOFP", "profile p (AWS_PROFILE)", all, [.. files, ("AWS_PROFILE", "p")]);
        await ExpectAsync("****AULT", "profile default", all, files);
    }

    [Fact]
    public async Task Loopback_needs_nothing()
    {
        using XRayClient client = new(new ClientSettings { EndpointUrl = new Uri("http://localhost:2000") }, Make.Tuning());

        ConnectionDescription said = await client.DescribeAsync(default);

        Assert.Equal(
            new ConnectionDescription(
                new Uri("http://localhost:2000"), null, "none needed", "none: requests to loopback are not signed", null),
            said);
    }

    [Fact]
    public async Task Without_any_credentials_a_sentence_says_what_to_do()
    {
        using XRayClient client = new(new ClientSettings { Region = "eu-west-1" }, Make.Tuning());

        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => client.DescribeAsync(default));

        Assert.Equal((FailureKind.Configuration, "NoCredentials"), (failure.Kind, failure.Code));
        Assert.Contains("-ProfileName", failure.Message);
    }

    [Theory]
    [InlineData("missing", null, "ProfileNotFound")]
    [InlineData(null, "missing", "ProfileNotFound")]
    [InlineData("empty", null, "ProfileUnusable")]
    public async Task A_profile_that_gives_nothing_is_an_error(string? named, string? ofEnvironment, string code)
    {
        using AwsFolder folder = new();
        folder.WriteConfig("[profile empty]\nregion = eu-west-1\n");
        ClientSettings settings = new() { Region = "eu-west-1", ProfileName = named, ProfileLocation = folder.Path };
        using XRayClient client = new(settings, Make.Tuning(("AWS_PROFILE", ofEnvironment ?? "")));

        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => client.DescribeAsync(default));

        Assert.Equal((FailureKind.Configuration, code), (failure.Kind, failure.Code));
        Assert.Contains(named ?? ofEnvironment!, failure.Message);
    }

    [Theory]
    [InlineData("A", null, null)]
    [InlineData(null, "S", null)]
    [InlineData(null, null, "T")]
    public async Task Half_a_key_pair_is_an_error(string? key, string? secret, string? token)
    {
        ClientSettings settings = new() { Region = "eu-west-1", AccessKey = key, SecretKey = secret, SessionToken = token };
        using XRayClient client = new(settings, Make.Tuning());

        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => client.DescribeAsync(default));

        Assert.Equal("IncompleteKeys", failure.Code);
    }

    [Fact]
    public async Task Cancelling_while_credentials_are_looked_for_is_cancelling()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        using XRayClient client = new(new ClientSettings { Region = "eu-west-1" }, Make.Tuning());

        OperationCanceledException end = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.DescribeAsync(stop.Token));

        Assert.Equal(stop.Token, end.CancellationToken);
    }

    [Fact]
    public void Making_a_client_resolves_nothing()
    {
        Stopwatch watch = Stopwatch.StartNew();
        using IXRayClient client = new XRayClientFactory().Create(new ClientSettings { ProfileName = "no such profile" });

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1));
    }

    private static async Task ExpectAsync(string key, string source, ClientSettings settings, (string, string)[] environment)
    {
        using XRayClient client = new(settings, Make.Tuning(environment));
        ConnectionDescription said = await client.DescribeAsync(default);
        Assert.Equal(source, said.CredentialSource);
        Assert.Equal(key, said.AccessKeyId);
    }

    /// <summary>As another build of the SDK would have it.</summary>
    private sealed class Foreign(string key)
    {
        public ForeignKeys GetCredentials() => new(key, "secret", "");
    }

    private sealed record ForeignKeys(string AccessKey, string SecretKey, string Token);
}
