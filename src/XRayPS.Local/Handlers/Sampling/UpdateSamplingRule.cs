using XRayPS.Core.Model;
using XRayPS.Core.Sampling;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>Changes a rule. What is left out stays, but for the boost, which goes (observed).</summary>
internal sealed class UpdateSamplingRule(Account account, SamplingRules rules)
    : Handler<UpdateSamplingRuleRequest, SamplingRuleResponse>(Operations.UpdateSamplingRule)
{
    protected override void Inspect(UpdateSamplingRuleRequest request) => BoostCheck.Inspect(request.SamplingRuleUpdate?.SamplingRateBoost);

    protected override ValueTask<SamplingRuleResponse> HandleAsync(UpdateSamplingRuleRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                SamplingRuleUpdate update = request.SamplingRuleUpdate!;
                string name = SamplingRules.NameOf(update.RuleName, update.RuleARN);
                SamplingRuleRecord record = rules.Find(name) ?? throw Refusal.InvalidRequest("Sampling rule does not exist");
                Check(update, name);
                Apply(update, record.SamplingRule!);
                record.ModifiedAt = account.NowInSeconds;
                await rules.PutAsync(record, cancellationToken).ConfigureAwait(false);
                return new SamplingRuleResponse { SamplingRuleRecord = record };
            },
            cancellationToken);

    /// <summary>The model does not bound the numbers of an update; the service does, with a text of its own (observed).</summary>
    private static void Check(SamplingRuleUpdate update, string name)
    {
        if (update.Priority is < 1 or > 9999 || update.FixedRate is < 0 or > 1 || update.ReservoirSize is < 0)
        {
            throw Refusal.InvalidRequest("Invalid update request for sampling rule");
        }

        bool isMoreThanRates = update.Priority is not null || update.ResourceARN is not null || update.ServiceName is not null
            || update.ServiceType is not null || update.Host is not null || update.HTTPMethod is not null
            || update.URLPath is not null || update.Attributes is not null || update.SamplingRateBoost is not null;
        if (name == RuleMatcher.DefaultRule && isMoreThanRates)
        {
            throw Refusal.InvalidRequest(
                "Only the reservoir size and fixed rate of the default sampling rule can be modified");
        }
    }

    private static void Apply(SamplingRuleUpdate update, SamplingRule rule)
    {
        rule.ResourceARN = update.ResourceARN ?? rule.ResourceARN;
        rule.Priority = update.Priority ?? rule.Priority;
        rule.FixedRate = update.FixedRate ?? rule.FixedRate;
        rule.ReservoirSize = update.ReservoirSize ?? rule.ReservoirSize;
        rule.Host = update.Host ?? rule.Host;
        rule.ServiceName = update.ServiceName ?? rule.ServiceName;
        rule.ServiceType = update.ServiceType ?? rule.ServiceType;
        rule.HTTPMethod = update.HTTPMethod ?? rule.HTTPMethod;
        rule.URLPath = update.URLPath ?? rule.URLPath;
        rule.Attributes = update.Attributes ?? rule.Attributes;
        rule.SamplingRateBoost = update.SamplingRateBoost;
    }
}
