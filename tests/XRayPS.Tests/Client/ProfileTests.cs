using XRayPS.Client;
using XRayPS.Client.Credentials;
using XRayPS.Core.Ports;

namespace XRayPS.Tests.Client;

/// <summary>Profiles with roles, web identity, single sign-on and processes, against token services on loopback.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class ProfileTests
{
    private const string StsAnswer = """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
        <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>rolesecret</SecretAccessKey><SessionToken>roletoken</SessionToken>
        <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
        """;

    private const string Base = "[base]\naws_access_key_id=AKIDBASE\naws_secret_access_key=basesecret\n";

    [Fact]
    public async Task A_role_is_assumed_with_its_source_profile()
    {
        await using FaultServer sts = new(Answers.Text(StsAnswer, "text/xml"));
        using AwsFolder folder = new();
        folder.WriteCredentials(Base);
        folder.WriteConfig("[profile r]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base\nexternal_id = e&1\nrole_session_name = me\n");

        ConnectionDescription said = await DescribeAsync(folder, "r", ("AWS_ENDPOINT_URL_STS", sts.Endpoint.ToString()));

        Assert.Equal("****ROLE", said.AccessKeyId);
        Assert.Equal("profile r", said.CredentialSource);
        Assert.Equal(
            "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fx&RoleSessionName=me&ExternalId=e%261",
            sts.Single.BodyText);
        Assert.Equal(SigV4Check.Expected(sts.Single, "basesecret"), sts.Single.Headers["Authorization"]);
        Assert.Contains("Credential=AKIDBASE/", sts.Single.Headers["Authorization"]);
        Assert.Contains("/eu-west-1/sts/aws4_request", sts.Single.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_role_can_be_the_source_of_a_role()
    {
        await using FaultServer sts = new(
            Answers.Text(StsAnswer.Replace("ASIAROLE", "ASIAFIRST", StringComparison.Ordinal), "text/xml"),
            Answers.Text(StsAnswer, "text/xml"));
        using AwsFolder folder = new();
        folder.WriteCredentials(Base);
        folder.WriteConfig("[profile r1]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base\n[profile r2]\nrole_arn = arn:aws:iam::2:role/y\nsource_profile = r1\n");

        ConnectionDescription said = await DescribeAsync(folder, "r2", ("AWS_ENDPOINT_URL_STS", sts.Endpoint.ToString()));

        Assert.Equal("****ROLE", said.AccessKeyId);
        Assert.Contains("Credential=ASIAFIRST/", sts.Requests.Last().Headers["Authorization"]);
        Assert.Equal("roletoken", sts.Requests.Last().Headers["x-amz-security-token"]);
    }

    [Fact]
    public async Task A_refused_role_says_whose_word_it_was()
    {
        await using FaultServer sts = new(Answers.Text(
            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message></Error></ErrorResponse>", "text/xml", 403));
        using AwsFolder folder = new();
        folder.WriteCredentials(Base);
        folder.WriteConfig("[profile r]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base\n");

        XRayException failure = await Assert.ThrowsAsync<XRayException>(
            () => DescribeAsync(folder, "r", ("AWS_ENDPOINT_URL_STS", sts.Endpoint.ToString())));

        Assert.Equal((FailureKind.Permission, "AccessDenied"), (failure.Kind, failure.Code));
        Assert.Equal("AssumeRole for arn:aws:iam::1:role/x was refused: not you", failure.Message);
    }

    [Fact]
    public async Task A_role_that_wants_a_code_is_an_error_with_a_way_out()
    {
        using AwsFolder folder = new();
        folder.WriteCredentials(Base);
        folder.WriteConfig("[profile r]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = base\nmfa_serial = arn:aws:iam::1:mfa/me\n");

        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => DescribeAsync(folder, "r"));

        Assert.Equal("MfaNeeded", failure.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Web_identity_sends_the_token_of_the_file(bool byProfile)
    {
        await using FaultServer sts = new(Answers.Text(StsAnswer, "text/xml"));
        using AwsFolder folder = new();
        string token = Path.Combine(folder.Path, "token");
        await File.WriteAllTextAsync(token, "ey.token\n");
        folder.WriteConfig($"[profile w]\nrole_arn = arn:aws:iam::1:role/x\nweb_identity_token_file = {token}\nrole_session_name = me\n");

        ConnectionDescription said = await DescribeAsync(
            folder,
            byProfile ? "w" : null,
            ("AWS_ENDPOINT_URL_STS", sts.Endpoint.ToString()),
            ("AWS_WEB_IDENTITY_TOKEN_FILE", byProfile ? "" : token),
            ("AWS_ROLE_ARN", byProfile ? "" : "arn:aws:iam::1:role/x"),
            ("AWS_ROLE_SESSION_NAME", "me"));

        Assert.Equal("****ROLE", said.AccessKeyId);
        Assert.EndsWith(
            "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fx&RoleSessionName=me&WebIdentityToken=ey.token",
            sts.Single.BodyText);
        Assert.DoesNotContain("Authorization", sts.Single.Headers.Keys);
    }

    [Fact]
    public async Task A_process_gives_credentials()
    {
        using AwsFolder folder = new();
        string answer = Path.Combine(folder.Path, "answer.json");
        await File.WriteAllTextAsync(
            answer, """{"Version":1,"AccessKeyId":"ASIAPROC","SecretAccessKey":"s","SessionToken":"t","Expiration":"2099-01-01T00:00:00Z"}""");
        string show = OperatingSystem.IsWindows() ? "cmd /c type" : "cat";
        folder.WriteConfig($"[profile c]\ncredential_process = {show} {answer}\n");

        Assert.Equal("****PROC", (await DescribeAsync(folder, "c")).AccessKeyId);
    }

    [Fact]
    public async Task Single_sign_on_takes_the_token_of_the_cli()
    {
        await using FaultServer portal = new(Answers.Json(
            """{"roleCredentials":{"accessKeyId":"ASIASSO1","secretAccessKey":"s","sessionToken":"t","expiration":4070908800000}}"""));
        using AwsFolder folder = new();
        folder.WriteSsoToken("ss", "https://x.awsapps.com/start", "portaltoken", "2099-01-01T00:00:00Z");
        folder.WriteConfig("[profile s]\nsso_session = ss\nsso_account_id = 123456789012\nsso_role_name = Reader\n[sso-session ss]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n");
        using ProcessEnvironment environment = new(("HOME", folder.Path), ("AWS_ENDPOINT_URL_SSO", portal.Endpoint.ToString()));

        ConnectionDescription said = await DescribeAsync(folder, "s");

        Assert.Equal("****SSO1", said.AccessKeyId);
        Assert.Equal("/federation/credentials?role_name=Reader&account_id=123456789012", portal.Single.Path);
        Assert.Equal("portaltoken", portal.Single.Headers["x-amz-sso_bearer_token"]);
    }

    [Fact]
    public async Task An_ended_single_sign_on_says_how_to_sign_in()
    {
        using AwsFolder folder = new();
        folder.WriteConfig("[profile s]\nsso_session = ss\nsso_account_id = 123456789012\nsso_role_name = Reader\n[sso-session ss]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n");
        using ProcessEnvironment environment = new(("HOME", folder.Path));

        XRayException failure = await Assert.ThrowsAsync<XRayException>(() => DescribeAsync(folder, "s"));

        Assert.Contains("aws sso login", failure.Message);
    }

    [Fact]
    public void Names_come_from_both_files_and_sessions_are_no_profiles()
    {
        using AwsFolder folder = new();
        folder.WriteCredentials("[b]\naws_access_key_id=1\n");
        folder.WriteConfig("[default]\nregion=x\n[profile a]\nregion=x\n[profile \"c d\"]\n[sso-session s]\n[services v]\n[plugins]\n");

        Assert.Equal(["a", "b", "c d", "default"], new XRayClientFactory().GetProfileNames(folder.Path));
        Assert.Equal(["a", "b", "c d", "default"], new XRayClientFactory().GetProfileNames(folder.Credentials));
        Assert.Equal(["a", "b", "c d", "default"], new XRayClientFactory().GetProfileNames(folder.Config));
        Assert.Empty(new XRayClientFactory().GetProfileNames(Path.Combine(folder.Path, "none", "credentials")));
    }

    [Fact]
    public void Comments_blanks_and_case_of_keys_do_not_matter()
    {
        using AwsFolder folder = new();
        folder.WriteCredentials("# c\n; d\n\n[ p ]\n AWS_Access_Key_Id = A=1 \nbroken line\naws_secret_access_key=\n[p]\nregion=late\n");

        ProfileSection section = AwsFiles.Load(folder.Path, Make.Environment()).Find("p")!;

        Assert.Equal("A=1", section.Get("aws_access_key_id"));
        Assert.Null(section.Get("aws_secret_access_key"));
        Assert.Equal("late", section.Get("region"));
    }

    private static async Task<ConnectionDescription> DescribeAsync(
        AwsFolder folder, string? profile, params (string, string)[] environment)
    {
        ClientSettings settings = new() { Region = "eu-west-1", ProfileName = profile, ProfileLocation = folder.Path };
        using XRayClient client = new(settings, Make.Tuning(environment));
        return await client.DescribeAsync(default);
    }
}
