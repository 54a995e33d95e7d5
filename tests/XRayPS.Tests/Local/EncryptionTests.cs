using System.Text.Json.Nodes;
using XRayPS.Local;

namespace XRayPS.Tests.Local;

public sealed class EncryptionTests
{
    private const string KeyId = "246eadce-af6a-4d58-8d0b-0123456789ab";
    private const string Local = "arn:aws:kms:us-east-1:000000000000:key/";

    [Fact]
    public async Task A_change_shows_as_updating_and_then_as_active()
    {
        await using RunningService service = await RunningService.StartAsync();
        Assert.Equal(("NONE", "ACTIVE", null), await GetAsync(service));
        Assert.Equal(("KMS", "UPDATING", Local + KeyId), await PutAsync(service, "KMS", KeyId));
        Assert.Equal(("KMS", "UPDATING", Local + KeyId), await GetAsync(service));
        service.Clock.Advance(LocalSettings.Default.EncryptionDelay);
        Assert.Equal(("KMS", "ACTIVE", Local + KeyId), await GetAsync(service));
        Assert.Equal(("NONE", "UPDATING", null), await PutAsync(service, "NONE", null));
        service.Clock.Advance(LocalSettings.Default.EncryptionDelay);
        Assert.Equal(("NONE", "ACTIVE", null), await GetAsync(service));
    }

    [Fact]
    public async Task A_key_comes_back_as_the_arn_of_a_key()
    {
        await using RunningService service = await RunningService.StartAsync();
        (_, _, string? alias) = await PutAsync(service, "KMS", "alias/aws/xray");
        Assert.Matches($"^{Local}[0-9a-f-]{{36}}$", alias!);
        Assert.Equal(alias, (await PutAsync(service, "KMS", "alias/aws/xray")).Key);
        Assert.NotEqual(alias, (await PutAsync(service, "KMS", "alias/other")).Key);
        const string Foreign = "arn:aws:kms:eu-west-1:123456789012:key/" + KeyId;
        Assert.Equal(Foreign, (await PutAsync(service, "KMS", Foreign)).Key);
        Assert.StartsWith("arn:aws:kms:eu-west-1:123456789012:key/", (await PutAsync(service, "KMS", "arn:aws:kms:eu-west-1:123456789012:alias/x")).Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KMS", null)]
    [InlineData("NONE", KeyId)]
    [InlineData("KMS", "no key")]
    [InlineData("KMS", "arn:aws:s3:::bucket")]
    public async Task Type_and_key_have_to_fit(string type, string? key)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await service.PostAsync("/PutEncryptionConfig", new JsonObject { ["Type"] = type, ["KeyId"] = key }.ToJsonString());
        Assert.Equal((400, "InvalidRequestException"), (reply.Status, reply.ErrorType));
        Assert.Equal(("NONE", "ACTIVE", null), await GetAsync(service));
    }

    private static async Task<(string? Type, string? Status, string? Key)> GetAsync(RunningService service) =>
        Read(await service.AskAsync("/EncryptionConfig", new JsonObject()));

    private static async Task<(string? Type, string? Status, string? Key)> PutAsync(RunningService service, string type, string? key) =>
        Read(await service.AskAsync("/PutEncryptionConfig", new JsonObject { ["Type"] = type, ["KeyId"] = key }));

    private static (string? Type, string? Status, string? Key) Read(JsonNode answer)
    {
        JsonNode config = answer["EncryptionConfig"]!;
        return ((string?)config["Type"], (string?)config["Status"], (string?)config["KeyId"]);
    }
}
