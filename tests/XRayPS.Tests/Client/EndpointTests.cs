using System.Globalization;
using System.Text.Json;
using XRayPS.Client;
using XRayPS.Client.Connection;
using XRayPS.Core.Ports;

namespace XRayPS.Tests.Client;

/// <summary>The table of tests/Cases/endpoints, and who wins when several sources name an endpoint or a region.</summary>
public sealed class EndpointTests
{
    public static TheoryData<int> Rows
    {
        get
        {
            TheoryData<int> rows = [];
            for (int i = 0; i < CaseFiles.Json("endpoints", "endpoints.json").GetArrayLength(); i++)
            {
                rows.Add(i);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_table_holds(int row)
    {
        JsonElement rule = CaseFiles.Json("endpoints", "endpoints.json")[row];
        string? Text(string name) => rule.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;
        string Flag(string name) => Text(name)?.ToLower(CultureInfo.InvariantCulture) ?? "false";
        ClientTuning tuning = Make.Tuning(
            ("AWS_USE_FIPS_ENDPOINT", Flag("fips")), ("AWS_USE_DUALSTACK_ENDPOINT", Flag("dualStack")));
        ClientSettings settings = new()
        {
            Region = Text("region") is { Length: > 0 } region ? region : null,
            EndpointUrl = Text("custom") is { } custom ? new Uri(custom) : null,
            AccessKey = "A",
            SecretKey = "S",
        };

        Task<ResolvedConnection> resolving = new ConnectionResolver(settings, tuning).ResolveAsync(default);

        if (Text("error") is { } code)
        {
            XRayException failure = await Assert.ThrowsAsync<XRayException>(() => resolving);
            Assert.Equal((FailureKind.Configuration, code), (failure.Kind, failure.Code));
            return;
        }

        ResolvedConnection connection = await resolving;
        Assert.Equal(Text("endpoint"), connection.Endpoint.ToString());
        if ((Text("signedFor") ?? settings.Region) is { } signedFor)
        {
            Assert.Equal(signedFor, connection.Region);
        }
    }

    [Theory]
    [InlineData(null, null, null, null, "https://xray.eu-west-1.amazonaws.com/")]
    [InlineData("http://a/", "http://b/", "http://c/", "http://d/", "http://a/")]
    [InlineData(null, "http://b/", "http://c/", "http://d/", "http://b/")]
    [InlineData(null, null, "http://c/", "http://d/", "http://c/")]
    [InlineData(null, null, null, "http://d/", "http://d/")]
    public async Task Endpoints_have_an_order(string? named, string? own, string? global, string? ofProfile, string expected)
    {
        using AwsFolder folder = new();
        string ofXRay = ofProfile is null ? "" : $"xray =\n  endpoint_url = {ofProfile}\n";
        folder.WriteConfig(
            $"[default]\nregion = eu-west-1\nservices = local\n[services local]\nsts =\n  endpoint_url = http://wrong/\n{ofXRay}");
        ClientTuning tuning = Make.Tuning(
            ("AWS_ENDPOINT_URL_XRAY", own ?? ""), ("AWS_ENDPOINT_URL", global ?? ""),
            ("AWS_CONFIG_FILE", folder.Config), ("AWS_ACCESS_KEY_ID", "A"), ("AWS_SECRET_ACCESS_KEY", "S"));
        ClientSettings settings = new() { EndpointUrl = named is null ? null : new Uri(named) };

        ResolvedConnection connection = await new ConnectionResolver(settings, tuning).ResolveAsync(default);

        Assert.Equal(expected, connection.Endpoint.ToString());
    }

    [Fact]
    public async Task The_profiles_own_endpoint_serves_all_services_and_can_be_ignored()
    {
        using AwsFolder folder = new();
        folder.WriteConfig("[profile p]\nregion=eu-west-1\nendpoint_url = http://e/\n[profile q]\nregion=eu-west-1\nendpoint_url = http://e/\nignore_configured_endpoint_urls = true\n");
        folder.WriteCredentials("[p]\naws_access_key_id=A\naws_secret_access_key=S\n[q]\naws_access_key_id=A\naws_secret_access_key=S\n");

        async Task<string> Of(string name) => (await new ConnectionResolver(
            new ClientSettings { ProfileName = name, ProfileLocation = folder.Path }, Make.Tuning()).ResolveAsync(default)).Endpoint.ToString();

        Assert.Equal("http://e/", await Of("p"));
        Assert.Equal("https://xray.eu-west-1.amazonaws.com/", await Of("q"));
    }

    [Theory]
    [InlineData("p1", "r1", "s1", "e1", "u1", "d1", "p1", "-Region")]
    [InlineData(null, "r1", "s1", "e1", "u1", "d1", "r1", "profile named")]
    [InlineData(null, null, "s1", "e1", "u1", "d1", "s1", "$StoredAWSRegion")]
    [InlineData(null, null, null, "e1", "u1", "d1", "e1", "AWS_REGION")]
    [InlineData(null, null, null, null, "u1", "d1", "u1", "AWS_DEFAULT_REGION")]
    [InlineData(null, null, null, null, null, "d1", "d1", "profile default")]
    public async Task Regions_have_an_order(
        string? named, string? ofNamedProfile, string? stored, string? variable, string? usual, string ofDefault, string expected, string source)
    {
        using AwsFolder folder = new();
        folder.WriteConfig($"[profile named]\n{(ofNamedProfile is null ? "output=json" : $"region={ofNamedProfile}")}\n[default]\nregion={ofDefault}\n");
        folder.WriteCredentials("[named]\naws_access_key_id=A\naws_secret_access_key=S\n");
        ClientTuning tuning = Make.Tuning(
            ("AWS_REGION", variable ?? ""), ("AWS_DEFAULT_REGION", usual ?? ""),
            ("AWS_CONFIG_FILE", folder.Config), ("AWS_SHARED_CREDENTIALS_FILE", folder.Credentials),
            ("AWS_ACCESS_KEY_ID", "A"), ("AWS_SECRET_ACCESS_KEY", "S"));
        ClientSettings settings = new()
        {
            Region = named,
            DefaultRegion = stored,
            ProfileName = ofNamedProfile is null ? null : "named",
        };

        ResolvedConnection connection = await new ConnectionResolver(settings, tuning).ResolveAsync(default);

        Assert.Equal(expected, connection.Region);
        Assert.Equal(source, connection.RegionSource);
    }

    [Fact]
    public void Every_region_has_a_display_name()
    {
        IReadOnlyList<KeyValuePair<string, string>> regions = new XRayClientFactory().GetRegions();

        Assert.Equal(46, regions.Count);
        Assert.Equal("Europe (Ireland)", regions.Single(region => region.Key == "eu-west-1").Value);
        Assert.DoesNotContain(regions, region => region.Value.Length == 0 || region.Value.Contains("Unknown", StringComparison.OrdinalIgnoreCase));
    }
}
