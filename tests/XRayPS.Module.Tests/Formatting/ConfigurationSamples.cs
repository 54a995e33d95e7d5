namespace XRayPS.Module.Tests.Formatting;

/// <summary>Groups, tags, policies, indexing rules and destinations to print.</summary>
internal static class ConfigurationSamples
{
    private const string Arn = "arn:aws:xray:eu-west-1:123456789012:group";

    private static readonly DateTimeOffset Noon = new(new DateTime(2025, 11, 21, 12, 0, 0, DateTimeKind.Local));

    public static object[] Groups() =>
    [
        Group("Default", "/Default", null, new InsightsConfiguration { InsightsEnabled = false, NotificationsEnabled = false }),
        Group("shop", "/shop/4ZBYVJWO3WIENNNEPJRR5QDV7VUAMOBLCLNKRND5NP5PYIZFNYKI", "service(\"shop.example.com\") AND responsetime > 1", new InsightsConfiguration { InsightsEnabled = true }),
        Group("a-name-of-thirty-two-characters-", "/a/A", "annotation[tenant] = \"検索\" AND http.url CONTAINS \"\u001b[2J/checkout\" AND (fault = true OR error = true OR throttle = true)", new InsightsConfiguration { InsightsEnabled = true, NotificationsEnabled = true }),
    ];

    public static object[] Tags() =>
    [
        new Tag { Key = "team", Value = "shop", ResourceARN = Arn + "/shop/4ZBYVJWO3WIENNNEPJRR5QDV7VUAMOBLCLNKRND5NP5PYIZFNYKI" },
        new Tag { Key = "a-key-that-is-longer-than-most-keys-are", Value = "\u001b[2Jred", ResourceARN = Arn + "/shop/4ZBYVJWO3WIENNNEPJRR5QDV7VUAMOBLCLNKRND5NP5PYIZFNYKI" },
        new Tag { Key = "team", Value = "", ResourceARN = Arn + "/Default" },
    ];

    public static object[] Policies() =>
    [
        new ResourcePolicy
        {
            PolicyName = "sns-active-tracing",
            PolicyRevisionId = "12",
            LastUpdatedTime = Noon,
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Sid":"SNS","Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":["xray:PutTraceSegments","xray:GetSamplingRules","xray:GetSamplingTargets"],"Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"xray:PutResourcePolicy","Resource":"*"}]}""",
        },
        new ResourcePolicy { PolicyName = "odd", PolicyRevisionId = "1", LastUpdatedTime = Noon, PolicyDocument = "no policy\u001b[2J" },
    ];

    public static object[] IndexingRules() =>
    [
        new IndexingRule
        {
            Name = "Default",
            ModifiedAt = Noon,
            Rule = new IndexingRuleValue { Probabilistic = new ProbabilisticRuleValue { DesiredSamplingPercentage = 12.5, ActualSamplingPercentage = 10 } },
        },
        new IndexingRule { Name = "empty" },
    ];

    public static object[] Destinations() =>
    [
        new TraceSegmentDestination { Destination = "XRay", Status = "ACTIVE" },
        new TraceSegmentDestination { Destination = "CloudWatchLogs", Status = "PENDING" },
    ];

    private static Group Group(string name, string arn, string? filter, InsightsConfiguration insights) =>
        new() { GroupName = name, GroupARN = Arn + arn, FilterExpression = filter, InsightsConfiguration = insights };
}
