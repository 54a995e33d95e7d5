using System.Text.Json.Nodes;

namespace XRayPS.Tests.Local;

public sealed class SamplingRuleTests
{
    [Fact]
    public async Task Default_is_there_and_only_its_rates_change()
    {
        await using RunningService service = await RunningService.StartAsync();
        JsonNode record = Assert.Single((await service.AskAsync("/GetSamplingRules", new JsonObject()))["SamplingRuleRecords"]!.AsArray())!;
        Assert.Equal((0.05, 1, 10000), ((double)record["SamplingRule"]!["FixedRate"]!, (int)record["SamplingRule"]!["ReservoirSize"]!, (int)record["SamplingRule"]!["Priority"]!));
        Assert.Equal(0, (double)record["ModifiedAt"]!);
        Assert.False(record["SamplingRule"]!.AsObject().ContainsKey("SamplingRateBoost"));
        JsonNode changed = await service.AskAsync("/UpdateSamplingRule", JsonNode.Parse("""{"SamplingRuleUpdate":{"RuleName":"Default","FixedRate":0.5,"ReservoirSize":3}}""")!);
        Assert.Equal(RunningService.Seconds(0), (double)changed["SamplingRuleRecord"]!["ModifiedAt"]!);
        Assert.Equal(0, (double)changed["SamplingRuleRecord"]!["CreatedAt"]!);
    }

    [Theory]
    [InlineData("/UpdateSamplingRule", """{"SamplingRuleUpdate":{"RuleName":"Default","URLPath":"/x"}}""", "Only the reservoir size and fixed rate of the default sampling rule can be modified")]
    [InlineData("/UpdateSamplingRule", """{"SamplingRuleUpdate":{"RuleName":"r","Priority":10000}}""", "Invalid update request for sampling rule")]
    [InlineData("/UpdateSamplingRule", """{"SamplingRuleUpdate":{"RuleName":"r","FixedRate":1.5}}""", "Invalid update request for sampling rule")]
    [InlineData("/UpdateSamplingRule", """{"SamplingRuleUpdate":{"RuleName":"none"}}""", "Sampling rule does not exist")]
    [InlineData("/UpdateSamplingRule", """{"SamplingRuleUpdate":{}}""", "Request must contain either sampling rule name or sampling rule ARN")]
    [InlineData("/UpdateSamplingRule", """{"SamplingRuleUpdate":{"RuleName":"r","RuleARN":"a/r"}}""", "Request cannot contain both sampling rule name and sampling rule ARN")]
    [InlineData("/DeleteSamplingRule", """{"RuleName":"Default"}""", "The default sampling rule cannot be deleted")]
    [InlineData("/DeleteSamplingRule", """{"RuleName":"none"}""", "Sampling rule does not exist")]
    [InlineData("/DeleteSamplingRule", """{}""", "Request must contain either sampling rule name or sampling rule ARN")]
    public async Task What_may_not_be_is_refused(string path, string request, string message)
    {
        await using RunningService service = await RunningService.StartAsync();
        await SamplingTargetTests.CreateAsync(service, "r");
        Reply reply = await service.PostAsync(path, request);
        Assert.Equal((400, "InvalidRequestException", message), (reply.Status, reply.ErrorType, (string?)reply.Json!["Message"]));
    }

    [Fact]
    public async Task A_rule_that_is_there_and_a_twenty_sixth_are_refused()
    {
        await using RunningService service = await RunningService.StartAsync();
        for (int i = 0; i < 25; i++)
        {
            await SamplingTargetTests.CreateAsync(service, $"r{i:00}");
        }

        string body = """{"SamplingRule":{"RuleName":"NAME","Priority":1,"FixedRate":1,"ReservoirSize":1,"ServiceName":"*","ServiceType":"*","Host":"*","HTTPMethod":"*","URLPath":"*","ResourceARN":"*","Version":1}}""";
        Reply same = await service.PostAsync("/CreateSamplingRule", body.Replace("NAME", "r01"));
        Assert.Equal("Sampling rule already exists", (string)same.Json!["Message"]!);
        Reply more = await service.PostAsync("/CreateSamplingRule", body.Replace("NAME", "new"));
        Assert.Equal((400, "RuleLimitExceededException"), (more.Status, more.ErrorType));
        Reply version = await service.PostAsync("/CreateSamplingRule", body.Replace("\"Version\":1", "\"Version\":2"));
        Assert.Equal("Sampling rule version must be 1", (string)version.Json!["Message"]!);
        Reply priority = await service.PostAsync("/CreateSamplingRule", body.Replace("\"Priority\":1", "\"Priority\":10000"));
        Assert.Equal(
            "1 validation error detected: Value '10000' at 'samplingRule.priority' failed to satisfy constraint: Member must have value less than or equal to 9999",
            (string)priority.Json!["message"]!);
    }

    [Fact]
    public async Task Rules_by_name_then_Default_and_a_change_is_dated()
    {
        await using RunningService service = await RunningService.StartAsync();
        await SamplingTargetTests.CreateAsync(service, "b");
        await SamplingTargetTests.CreateAsync(service, "a", more: ",\"Attributes\":{\"tier\":\"gold\"}");
        service.Clock.Advance(TimeSpan.FromSeconds(5.7));
        await service.AskAsync("/UpdateSamplingRule", JsonNode.Parse("""{"SamplingRuleUpdate":{"RuleARN":"arn:aws:xray:us-east-1:000000000000:sampling-rule/a","Attributes":{}}}""")!);
        JsonArray records = (await service.AskAsync("/GetSamplingRules", JsonNode.Parse("""{"NextToken":"any"}""")!))["SamplingRuleRecords"]!.AsArray();
        Assert.Equal(["a", "b", "Default"], records.Select(record => (string)record!["SamplingRule"]!["RuleName"]!));
        Assert.Equal(RunningService.Seconds(5), (double)records[0]!["ModifiedAt"]!);
        Assert.Empty(records[0]!["SamplingRule"]!["Attributes"]!.AsObject());
        Assert.Equal(0.1, (double)records[0]!["SamplingRule"]!["FixedRate"]!);
    }
}
