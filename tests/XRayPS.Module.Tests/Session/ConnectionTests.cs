using System.Management.Automation;
using System.Security;
using XRayPS.Core.Ports;
using XRayPS.Module.Tests.Engine;
using XRayPS.Session;

namespace XRayPS.Module.Tests.Session;

[Collection(SessionCollection.Name)]
public sealed class ConnectionTests : IDisposable
{
    private const string Keys = "-AccessKey AKIDCALLCALL1234 -SecretKey secret";
    private readonly Shell _shell = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("xrayps").FullName;
    private readonly Dictionary<string, string?> _before = [];

    public ConnectionTests()
    {
        XRaySession.Reset();
        File.WriteAllText(Path.Combine(_folder, "credentials"),
            "[prod]\naws_access_key_id=AKIDPRODPROD5678\naws_secret_access_key=secret\nregion=us-west-2\n");
        Set("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_folder, "credentials"));
        Set("AWS_CONFIG_FILE", Path.Combine(_folder, "config"));
        foreach (string name in (string[])["AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_XRAY"])
        {
            Set(name, null);
        }

        Set("AWS_EC2_METADATA_DISABLED", "true");
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        LocalServices.StopAll();
        XRaySession.Reset();
        ClientCache.Shared.Clear();
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_parameter_goes_before_the_session()
    {
        _shell.Run($"Connect-XRay -Region eu-west-1 {Keys}");

        Connection session = Connection("");
        Assert.Equal(("eu-west-1", "Connect-XRay"), (session.Region, session.RegionSource));
        Assert.Equal("https://xray.eu-west-1.amazonaws.com/", session.Endpoint!.ToString());
        Assert.Equal("****1234", session.AccessKeyId);

        Connection call = Connection("-Region us-east-1");
        Assert.Equal(("us-east-1", "parameter"), (call.Region, call.RegionSource));
        Assert.Equal("****1234", call.AccessKeyId);
    }

    [Theory]
    [InlineData("-ProfileName prod", "https://xray.us-west-2.amazonaws.com/", "****5678")]
    [InlineData("-Region eu-west-1 -AccessKey AKIDCALLCALL1234 -SecretKey secret", "https://xray.eu-west-1.amazonaws.com/", "****1234")]
    public void A_call_that_names_a_profile_or_region_never_reads_the_local_service(string arguments, string endpoint, string key)
    {
        _shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0");

        Connection connection = Connection(arguments);

        Assert.Equal((endpoint, key), (connection.Endpoint!.ToString(), connection.AccessKeyId));
    }

    [Fact]
    public void Keys_alone_do_not_reach_the_local_service_but_an_endpoint_of_another_kind()
    {
        _shell.Run($"Connect-XRay -EndpointUrl http://127.0.0.1:4566 -Region eu-west-1");
        Assert.Equal("http://127.0.0.1:4566/", Connection(Keys).Endpoint!.ToString());

        Environment.SetEnvironmentVariable("AWS_REGION", "eu-north-1");
        _shell.Run("Start-XRayLocalService -Port 0 -DaemonPort 0");
        Assert.Equal("https://xray.eu-north-1.amazonaws.com/", Connection(Keys).Endpoint!.ToString());
    }

    [Fact]
    public void The_environment_counts_from_one_call_to_the_next()
    {
        Environment.SetEnvironmentVariable("AWS_PROFILE", "prod");
        Assert.Equal("****5678", Connection("").AccessKeyId);

        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDENVENVENV9999");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");
        Environment.SetEnvironmentVariable("AWS_PROFILE", null);
        Environment.SetEnvironmentVariable("AWS_REGION", "eu-north-1");
        Connection connection = Connection("");
        Assert.Equal(("****9999", "eu-north-1"), (connection.AccessKeyId, connection.Region));
    }

    [Fact]
    public void What_AWS_Tools_stored_is_heeded_behind_the_session()
    {
        _shell.Runspace.SessionStateProxy.SetVariable("StoredAWSCredentials", new AWSPSCredentials(new SdkCredentials("AKIDSTOREDSTORED7777")));
        _shell.Runspace.SessionStateProxy.SetVariable("StoredAWSRegion", "ap-south-1");

        Connection stored = Connection("");
        Assert.Equal(("****7777", "ap-south-1"), (stored.AccessKeyId, stored.Region));

        _shell.Run($"Connect-XRay -Region eu-west-1 {Keys}");
        Connection session = Connection("");
        Assert.Equal(("****1234", "eu-west-1"), (session.AccessKeyId, session.Region));
    }

    [Fact]
    public void A_credential_is_an_object_of_any_sdk_or_a_key_pair()
    {
        SecureString secret = new();
        "secret".ToList().ForEach(secret.AppendChar);
        _shell.Runspace.SessionStateProxy.SetVariable("sdk", new SdkCredentials("AKIDSDKSDKSDK8888"));
        _shell.Runspace.SessionStateProxy.SetVariable("wrapped", new AWSPSCredentials(new SdkCredentials("AKIDSDKSDKSDK8888")));
        _shell.Runspace.SessionStateProxy.SetVariable("pair", new PSCredential("AKIDPAIRPAIR6666", secret));

        Assert.Equal("****8888", Connection("-Region eu-west-1 -Credential $sdk").AccessKeyId);
        Assert.Equal("****8888", Connection("-Region eu-west-1 -Credential $wrapped").AccessKeyId);
        Assert.Equal("****6666", Connection("-Region eu-west-1 -Credential $pair").AccessKeyId);
        Assert.Contains("-Credential takes", Assert.Single(_shell.Run("Get-XRayConnection -Credential text").Errors).ToString());
    }

    [Fact]
    public void Names_of_AWS_Tools_are_aliases()
    {
        Connection connection = Connection(
            $"-RegionToCall eu-west-1 -AWSProfileName prod -AWSProfilesLocation '{Path.Combine(_folder, "credentials")}'");
        Assert.Equal(("eu-west-1", "****5678", "prod"), (connection.Region, connection.AccessKeyId, connection.ProfileName));

        Assert.Equal("****1234", Connection("-Region eu-west-1 -AK AKIDCALLCALL1234 -SK secret -ST token").AccessKeyId);
    }

    [Fact]
    public void Half_a_key_pair_is_refused() =>
        Assert.StartsWith("IncompleteKeyPair,", Assert.Single(_shell.Run("Connect-XRay -AccessKey A").Errors).FullyQualifiedErrorId);

    [Fact]
    public void No_region_is_a_sentence_that_says_what_to_do()
    {
        ErrorRecord error = Assert.Single(_shell.Run($"Get-XRayTraceSummary {Keys}").Errors);

        Assert.Contains("region", error.ToString());
        Assert.Contains("Start-XRayLocalService", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Clients_are_shared_until_the_environment_changes_and_outlive_their_eviction()
    {
        List<FakeClient> made = [];
        ClientCache cache = new(_ =>
        {
            made.Add(new FakeClient());
            return made[^1];
        });

        ClientLease first = cache.Rent(new ClientSettings { Region = "a" });
        cache.Rent(new ClientSettings { Region = "a" }).Dispose();
        Assert.Single(made);

        first.Distrust();
        Assert.False(made[0].IsDisposed);
        first.Dispose();
        first.Dispose();
        Assert.True(made[0].IsDisposed);

        for (int i = 0; i < 20; i++)
        {
            cache.Rent(new ClientSettings { Region = i.ToString() }).Dispose();
        }

        Assert.Equal(16, made.Count(client => !client.IsDisposed));
        cache.Clear();
        Assert.All(made, client => Assert.True(client.IsDisposed));
    }

    private Connection Connection(string arguments)
    {
        Outcome outcome = _shell.Run($"Get-XRayConnection {arguments}");
        Assert.Empty(outcome.Errors);
        return Assert.Single(outcome.As<Connection>());
    }

    private void Set(string name, string? value)
    {
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}
