using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Sampling;

/// <summary>Calls around sampling rules.</summary>
internal static class RuleCalls
{
    /// <summary>All rules, with their dates.</summary>
    internal static async Task<IReadOnlyList<SamplingRule>> AllAsync(ApiCaller caller, CancellationToken token)
    {
        List<SamplingRule> rules = [];
        await foreach (Page<GetSamplingRulesResponse> page in PageReader
            .ReadAsync(caller, PagedOperations.SamplingRules, new TokenRequest(), null, token).ConfigureAwait(false))
        {
            rules.AddRange(PagedOperations.SamplingRules.GetItems(page.Response));
        }

        return rules;
    }

    /// <summary>The rule of a name or an ARN, or null.</summary>
    internal static async Task<SamplingRule?> FindAsync(
        ApiCaller caller, string? name, string? arn, CancellationToken token)
    {
        IReadOnlyList<SamplingRule> rules = await AllAsync(caller, token).ConfigureAwait(false);
        return rules.FirstOrDefault(rule => name is null ? rule.RuleARN == arn : rule.RuleName == name);
    }
}
