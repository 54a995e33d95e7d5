namespace XRayPS.Core.Sampling;

/// <summary>Which rule a request meets, and why it does not meet those before it.</summary>
public static class SamplingTest
{
    /// <summary>Looks at the rules in their order, to the first that matches.</summary>
    /// <param name="rules">The rules, in any order.</param>
    /// <param name="request">The request.</param>
    public static IEnumerable<SamplingRuleCheck> Check(IEnumerable<SamplingRule> rules, SamplingRequest request)
    {
        foreach (SamplingRule rule in RuleMatcher.InOrder(rules))
        {
            RuleMismatch? mismatch = RuleMatcher.FindMismatch(rule, request);
            yield return new SamplingRuleCheck
            {
                RuleName = rule.RuleName,
                Priority = rule.Priority,
                IsMatch = mismatch is null,
                Member = mismatch?.Member,
                Pattern = mismatch?.Pattern,
                Value = mismatch?.Value,
                Reason = mismatch?.ToString() ?? "every member matches",
            };
            if (mismatch is null)
            {
                yield break;
            }
        }
    }

    /// <summary>The rule that a request meets, and how many requests like it are sampled.</summary>
    /// <param name="rules">The rules, in any order.</param>
    /// <param name="request">The request.</param>
    /// <param name="requestsPerSecond">Such requests a second over all clients; null when nobody said.</param>
    public static SamplingOutcome Decide(
        IReadOnlyList<SamplingRule> rules, SamplingRequest request, double? requestsPerSecond)
    {
        SamplingRuleCheck[] checks = [.. Check(rules, request)];
        SamplingRule? rule = checks.Length > 0 && checks[^1].IsMatch
            ? RuleMatcher.InOrder(rules).ElementAt(checks.Length - 1)
            : null;
        double? sampled = rule is null || requestsPerSecond is not { } rate
            ? null
            : Math.Round(SamplingArithmetic.ExpectedSampled(rule, rate), 6);
        return new SamplingOutcome
        {
            RuleName = rule?.RuleName,
            Priority = rule?.Priority,
            ReservoirSize = rule?.ReservoirSize,
            FixedRate = rule?.FixedRate,
            RequestsPerSecond = requestsPerSecond,
            SampledPerSecond = sampled,
            ExpectedRate = requestsPerSecond > 0 && sampled is { } some
                ? Math.Round(some / requestsPerSecond.Value, 6)
                : null,
            PassedOver = new RecordList<SamplingRuleCheck>(checks.Where(static check => !check.IsMatch)),
            Rule = rule,
        };
    }
}
