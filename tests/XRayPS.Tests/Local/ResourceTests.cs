using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

public sealed class ResourceTests
{
    private const string Arn = "arn:aws:xray:us-east-1:000000000000:group/Default";

    [Fact]
    public async Task Tags_are_set_overwritten_removed_and_go_with_their_resource()
    {
        await using RunningService service = await RunningService.StartAsync();
        await TagAsync(service, """[{"Key":"a","Value":"1"},{"Key":"b","Value":""}]""");
        await TagAsync(service, """[{"Key":"a","Value":"2"}]""");
        await TagAsync(service, "[]");
        Assert.Equal(["a=2", "b="], await TagsAsync(service));
        await service.AskAsync("/UntagResource", JsonNode.Parse($$"""{"ResourceARN":"{{Arn}}","TagKeys":["a","none"]}""")!);
        Assert.Equal(["b="], await TagsAsync(service));
    }

    [Theory]
    [InlineData("""[{"Key":"aws:x","Value":"1"}]""", 400, "Caller is an end user and not allowed to mutate system tags")]
    [InlineData("""[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]""", 500, null)]
    [InlineData("""[{"Key":"a*","Value":"1"}]""", 400, "Invalid tag a*: letters, digits, white space and + - = . _ : / @ are allowed")]
    public async Task Tags_that_may_not_be_are_refused_and_nothing_is_kept(string tags, int status, string? message)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await service.PostAsync("/TagResource", $$"""{"ResourceARN":"{{Arn}}","Tags":{{tags}}}""");
        Assert.Equal((status, message), (reply.Status, (string?)(reply.Json!["Message"] ?? reply.Json["message"])));
        Assert.Empty(await TagsAsync(service));
    }

    [Fact]
    public async Task Fifty_tags_are_enough_and_unknown_resources_are_not_found()
    {
        await using RunningService service = await RunningService.StartAsync();
        await TagAsync(service, $"[{string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"Key":"k{{i}}","Value":""}"""))}]");
        Reply more = await service.PostAsync("/TagResource", $$"""{"ResourceARN":"{{Arn}}","Tags":[{"Key":"x","Value":""}]}""");
        Assert.Equal((400, "InvalidRequestException", "The resultant tag set must not have more than 50 user tags."), (more.Status, more.ErrorType, (string?)more.Json!["Message"]));
        Reply none = await service.PostAsync("/ListTagsForResource", """{"ResourceARN":"arn:none"}""");
        Assert.Equal((404, "ResourceNotFoundException", "Resource arn:none not found", "arn:none"), (none.Status, none.ErrorType, (string?)none.Json!["Message"], (string?)none.Json["ResourceName"]));
    }

    [Theory]
    [InlineData("""{"Statement":[]}""", "MalformedPolicyDocumentException")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"xray:*"}]}""", "MalformedPolicyDocumentException")]
    [InlineData("""{"Statement":[{"Effect":"Maybe","Principal":"*","Action":"xray:*"}]}""", "MalformedPolicyDocumentException")]
    [InlineData("""{"Statement":{"Effect":"Deny","Principal":"*","Action":"xray:Put*"}}""", "LockoutPreventionException")]
    [InlineData("""{"a":1,"a":2}""", "MalformedPolicyDocumentException")]
    public async Task A_policy_that_may_not_be_is_refused(string document, string type)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await PolicyAsync(service, "p", document);
        Assert.Equal((400, type), (reply.Status, reply.ErrorType));
        Assert.Empty((await service.AskAsync("/ListResourcePolicies", new JsonObject()))["ResourcePolicies"]!.AsArray());
    }

    [Fact]
    public async Task Five_policies_of_five_kilobytes_are_enough_and_one_action_is_a_plain_text()
    {
        await using RunningService service = await RunningService.StartAsync();
        const string Policy = """{"Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":["xray:PutTraceSegments"],"Resource":"*"}]}""";
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(200, (await PolicyAsync(service, $"p{i}", Policy)).Status);
        }

        Assert.Equal("PolicyCountLimitExceededException", (await PolicyAsync(service, "p5", Policy)).ErrorType);
        Reply large = await PolicyAsync(service, "p0", Policy.Replace("\"*\"", $"\"{new string('x', 5200)}\""));
        Assert.Equal("PolicySizeLimitExceededException", large.ErrorType);
        JsonNode kept = (await service.AskAsync("/ListResourcePolicies", new JsonObject()))["ResourcePolicies"]![0]!;
        Assert.Contains("\"Action\":\"xray:PutTraceSegments\"", (string)kept["PolicyDocument"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_destination_is_pending_for_a_moment_and_the_indexing_rule_changes()
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonNode changed = await service.AskAsync("/UpdateTraceSegmentDestination", JsonNode.Parse("""{"Destination":"CloudWatchLogs"}""")!);
        Assert.Equal("PENDING", (string)changed["Status"]!);
        service.Clock.Advance(TimeSpan.FromSeconds(3.5));
        JsonNode now = await service.AskAsync("/GetTraceSegmentDestination", new JsonObject());
        Assert.Equal(("CloudWatchLogs", "ACTIVE"), ((string)now["Destination"]!, (string)now["Status"]!));
        await service.AskAsync("/UpdateIndexingRule", JsonNode.Parse("""{"Name":"Default","Rule":{"Probabilistic":{"DesiredSamplingPercentage":12.5}}}""")!);
        JsonNode rule = (await service.AskAsync("/GetIndexingRules", new JsonObject()))["IndexingRules"]![0]!;
        Assert.Equal(12.5, (double)rule["Rule"]!["Probabilistic"]!["DesiredSamplingPercentage"]!);
        Assert.Null(rule["Rule"]!["Probabilistic"]!["ActualSamplingPercentage"]);
        Assert.Equal(RunningService.Seconds(3), (double)rule["ModifiedAt"]!);
        Reply none = await service.PostAsync("/UpdateIndexingRule", """{"Name":"x","Rule":{"Probabilistic":{"DesiredSamplingPercentage":1}}}""");
        Assert.Equal((404, "ResourceNotFoundException"), (none.Status, none.ErrorType));
    }

    [Theory]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "xray:*", "Resource": "*" } }""", """{"Statement":{"Effect":"Allow","Principal":"*","Action":"xray:*","Resource":"*"}}""")]
    [InlineData("""{"Statement":[{"Resource":"é<*>","Effect":"Allow","Principal":"*","Action":["a", "b"]}]}""", """{"Statement":[{"Resource":"é<*>","Effect":"Allow","Principal":"*","Action":["a","b"]}]}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":"*","Action":["a"]}}""", """{"Statement":{"Effect":"Allow","Principal":"*","Action":"a"}}""")]
    public async Task A_policy_is_kept_without_the_white_space_between_its_members(string sent, string kept)
    {
        await using RunningService service = await RunningService.StartAsync();
        Reply reply = await PolicyAsync(service, "p", sent);
        Assert.Equal(kept, (string?)reply.Json!["ResourcePolicy"]!["PolicyDocument"]);
    }

    private static Task<Reply> PolicyAsync(RunningService service, string name, string document) => service.PostAsync(
        "/PutResourcePolicy", new JsonObject { ["PolicyName"] = name, ["PolicyDocument"] = document }.ToJsonString());

    private static Task<JsonNode> TagAsync(RunningService service, string tags) =>
        service.AskAsync("/TagResource", JsonNode.Parse($$"""{"ResourceARN":"{{Arn}}","Tags":{{tags}}}""")!);

    private static async Task<IEnumerable<string>> TagsAsync(RunningService service) =>
        (await service.AskAsync("/ListTagsForResource", new JsonObject { ["ResourceARN"] = Arn }))["Tags"]!.AsArray()
            .Select(tag => $"{tag!["Key"]}={tag["Value"]}");
}
