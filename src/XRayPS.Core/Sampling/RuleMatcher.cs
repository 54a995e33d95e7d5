namespace XRayPS.Core.Sampling;

/// <summary>Which sampling rule a request meets.</summary>
public static class RuleMatcher
{
    /// <summary>The name of the rule that matches everything.</summary>
    public const string DefaultRule = "Default";

    /// <summary>Rules in the order of evaluation: by priority, then by name; Default comes last.</summary>
    /// <param name="rules">The rules.</param>
    public static IEnumerable<SamplingRule> InOrder(IEnumerable<SamplingRule> rules) => rules
        .OrderBy(rule => rule.RuleName == DefaultRule)
        .ThenBy(rule => rule.Priority)
        .ThenBy(rule => rule.RuleName, StringComparer.Ordinal);

    /// <summary>The first reason why the rule does not match, or null when it does.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="request">The request.</param>
    public static RuleMismatch? FindMismatch(SamplingRule rule, SamplingRequest request)
    {
        if (rule.RuleName == DefaultRule)
        {
            return null;
        }

        return Check("ServiceName", rule.ServiceName, request.ServiceName)
            ?? Check("ServiceType", rule.ServiceType, request.ServiceType)
            ?? Check("Host", rule.Host, request.Host)
            ?? Check("HTTPMethod", rule.HTTPMethod, request.HttpMethod)
            ?? Check("URLPath", rule.URLPath, request.UrlPath)
            ?? Check("ResourceARN", rule.ResourceARN, request.ResourceArn)
            ?? CheckAttributes(rule, request);
    }

    private static RuleMismatch? Check(string member, string? pattern, string? value) =>
        string.IsNullOrEmpty(value) || pattern is null || Wildcard.Matches(pattern, value)
            ? null
            : new RuleMismatch(member, pattern, value);

    /// <summary>An attribute that the request does not have is no match: rules ask for it by name.</summary>
    private static RuleMismatch? CheckAttributes(SamplingRule rule, SamplingRequest request)
    {
        foreach ((string key, string pattern) in rule.Attributes ?? [])
        {
            string? value = null;
            if (request.Attributes?.TryGetValue(key, out value) != true || !Wildcard.Matches(pattern, value))
            {
                return new RuleMismatch($"Attributes.{key}", pattern, value);
            }
        }

        return null;
    }
}
