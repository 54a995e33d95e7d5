using System.Globalization;
using XRayPS.Core.Sampling;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>The sampling rules of the account: those that were made, and Default, which is always there.</summary>
internal sealed class SamplingRules(Account account)
{
    /// <summary>Rules that an account may make (documented).</summary>
    internal const int Limit = 25;

    private const string LastChange = "sampling-changed";
    private const string Prefix = "sampling-rule/";

    private readonly RecordStore<SamplingRuleRecord> _store =
        new(account.Store, "sampling-rule", SamplingShapes.SamplingRuleRecord);

    /// <summary>When a rule was last made, changed or removed, in whole seconds; the epoch before the first time.</summary>
    internal DateTimeOffset LastModification => account.Store.Read(LastChange) is { } seconds
        ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture))
        : DateTimeOffset.UnixEpoch;

    /// <summary>The rules that were made, by name, and Default at the end.</summary>
    internal IReadOnlyList<SamplingRuleRecord> All() =>
        [.. Custom(), Find(RuleMatcher.DefaultRule)!];

    /// <summary>The rules that were made, by name.</summary>
    internal IEnumerable<SamplingRuleRecord> Custom() =>
        _store.All().Where(record => record.SamplingRule!.RuleName != RuleMatcher.DefaultRule).Select(Completed);

    /// <summary>The rule of a name, or null.</summary>
    internal SamplingRuleRecord? Find(string name) =>
        _store.Find(name) is { } record ? Completed(record) : name == RuleMatcher.DefaultRule ? Default() : null;

    /// <summary>Whether an ARN names a rule that is there.</summary>
    internal bool HasArn(string arn) =>
        arn.StartsWith(account.Arn(Prefix), StringComparison.Ordinal) && Find(arn[account.Arn(Prefix).Length..]) is not null;

    internal string ArnOf(string name) => account.Arn(Prefix + name);

    internal async Task PutAsync(SamplingRuleRecord record, CancellationToken cancellationToken)
    {
        await _store.PutAsync(record.SamplingRule!.RuleName!, record, cancellationToken).ConfigureAwait(false);
        await NoteChangeAsync(cancellationToken).ConfigureAwait(false);
    }

    internal async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await _store.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
        await NoteChangeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The name that a request selects a rule by. With an ARN it is its last part (observed).</summary>
    /// <exception cref="Refusal">Both or neither are given.</exception>
    internal static string NameOf(string? name, string? arn) => (name, arn) switch
    {
        (not null, not null) => throw Refusal.InvalidRequest("Request cannot contain both sampling rule name and sampling rule ARN"),
        (null, null) => throw Refusal.InvalidRequest("Request must contain either sampling rule name or sampling rule ARN"),
        (not null, null) => name,
        (null, not null) => arn[(arn.LastIndexOf('/') + 1)..],
    };

    private Task NoteChangeAsync(CancellationToken cancellationToken) => account.Store.WriteAsync(
        LastChange, account.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>Attributes that were left out come back as an empty map (observed).</summary>
    private static SamplingRuleRecord Completed(SamplingRuleRecord record)
    {
        record.SamplingRule!.Attributes ??= [];
        return record;
    }

    private SamplingRuleRecord Default() => new()
    {
        CreatedAt = DateTimeOffset.UnixEpoch,
        ModifiedAt = DateTimeOffset.UnixEpoch,
        SamplingRule = new SamplingRule
        {
            RuleName = RuleMatcher.DefaultRule,
            RuleARN = ArnOf(RuleMatcher.DefaultRule),
            ResourceARN = "*",
            Priority = 10000,
            FixedRate = 0.05,
            ReservoirSize = 1,
            ServiceName = "*",
            ServiceType = "*",
            Host = "*",
            HTTPMethod = "*",
            URLPath = "*",
            Version = 1,
            Attributes = [],
        },
    };
}
