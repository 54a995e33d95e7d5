using XRayPS.Local.Handlers;
using XRayPS.Local.Handlers.Groups;
using XRayPS.Local.Handlers.Sampling;

namespace XRayPS.Local.Demo;

/// <summary>
/// What an account has that looks after the shop: insights on all its traces, and sampling rules. What a file has
/// already stays as it is.
/// </summary>
internal static class DemoSettings
{
    internal static async Task ApplyAsync(Account account, CancellationToken cancellationToken)
    {
        GroupBook groups = new(account);
        StoredGroup all = groups.FindByName(GroupBook.Default)!;
        if (all.Group.InsightsConfiguration?.InsightsEnabled != true)
        {
            all.Group.InsightsConfiguration = new() { InsightsEnabled = true, NotificationsEnabled = false };
            await groups.PutAsync(all, cancellationToken).ConfigureAwait(false);
        }

        SamplingRules rules = new(account);
        if (rules.Custom().Any())
        {
            return;
        }

        foreach (SamplingRule rule in Rules())
        {
            DateTimeOffset now = account.NowInSeconds;
            SamplingRuleRecord record = new() { SamplingRule = rule, CreatedAt = now, ModifiedAt = now };
            rule.RuleARN = rules.ArnOf(rule.RuleName!);
            await rules.PutAsync(record, cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<SamplingRule> Rules()
    {
        yield return Rule("health-checks", 10, 0, 0, "GET", "/health*");
        yield return Rule("orders", 100, 10, 1, "POST", "/api/orders");
        yield return Rule("search", 200, 2, 0.1, "GET", "/search*");
    }

    private static SamplingRule Rule(
        string name, int priority, int reservoir, double rate, string method, string path) => new()
        {
            RuleName = name,
            Priority = priority,
            ReservoirSize = reservoir,
            FixedRate = rate,
            ServiceName = "www.shop.example",
            ServiceType = "*",
            Host = "*",
            HTTPMethod = method,
            URLPath = path,
            ResourceARN = "*",
            Version = 1,
            Attributes = [],
        };
}
