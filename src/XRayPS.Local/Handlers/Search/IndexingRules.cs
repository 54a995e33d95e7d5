using XRayPS.Core.Wire;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Search;

/// <summary>
/// The one indexing rule. It says which share of the spans in CloudWatch Logs become traces; here every segment does, so
/// the rule is kept and has no effect.
/// </summary>
internal sealed class IndexingRules(Account account)
{
    internal const string Default = "Default";

    private readonly RecordStore<IndexingRule> _store =
        new(account.Store, "indexing-rule", TransactionSearchShapes.IndexingRule);

    /// <summary>The rule as it was last set; at first one percent is indexed, as at AWS.</summary>
    internal IndexingRule Read() => _store.Find(Default) ?? new IndexingRule
    {
        Name = Default,
        ModifiedAt = DateTimeOffset.UnixEpoch,
        Rule = ValueOf(1),
    };

    internal async Task<IndexingRule> ChangeAsync(double percentage, CancellationToken cancellationToken)
    {
        IndexingRule rule = new() { Name = Default, ModifiedAt = account.NowInSeconds, Rule = ValueOf(percentage) };
        await _store.PutAsync(Default, rule, cancellationToken).ConfigureAwait(false);
        return rule;
    }

    /// <summary>The real service was seen to leave out the actual percentage.</summary>
    private static IndexingRuleValue ValueOf(double percentage) => new()
    {
        Probabilistic = new ProbabilisticRuleValue { DesiredSamplingPercentage = percentage },
    };
}
