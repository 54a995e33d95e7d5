using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers.Resources;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>Makes a rule. Two rules may share a priority.</summary>
internal sealed class CreateSamplingRule(Account account, SamplingRules rules, ResourceTags tags)
    : Handler<CreateSamplingRuleRequest, SamplingRuleResponse>(Operations.CreateSamplingRule)
{
    protected override void Inspect(CreateSamplingRuleRequest request) => BoostCheck.Inspect(request.SamplingRule?.SamplingRateBoost);

    protected override ValueTask<SamplingRuleResponse> HandleAsync(CreateSamplingRuleRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                SamplingRule rule = request.SamplingRule!;
                string name = SamplingRules.NameOf(rule.RuleName, rule.RuleARN);
                Check(rule, name);
                IReadOnlyList<Tag> initial = ResourceTags.Checked(request.Tags ?? []);
                rule.RuleName = name;
                rule.RuleARN = rules.ArnOf(name);
                rule.Attributes ??= [];
                SamplingRuleRecord record = new()
                {
                    SamplingRule = rule,
                    CreatedAt = account.NowInSeconds,
                    ModifiedAt = account.NowInSeconds,
                };
                await rules.PutAsync(record, cancellationToken).ConfigureAwait(false);
                await tags.ReplaceAsync(rule.RuleARN, initial, cancellationToken).ConfigureAwait(false);
                return new SamplingRuleResponse { SamplingRuleRecord = record };
            },
            cancellationToken);

    private void Check(SamplingRule rule, string name)
    {
        // A name from an ARN has not met the model's constraint.
        if (name.Length is 0 or > 32)
        {
            throw Refusal.InvalidRequest("Invalid sampling rule ARN");
        }

        if (rule.Version != 1)
        {
            throw Refusal.InvalidRequest("Sampling rule version must be 1");
        }

        if (rules.Find(name) is not null)
        {
            throw Refusal.InvalidRequest("Sampling rule already exists");
        }

        if (rules.Custom().Count() >= SamplingRules.Limit)
        {
            throw new Refusal(new ServiceError(
                ErrorCodes.RuleLimitExceeded, $"The limit of {SamplingRules.Limit} sampling rules is reached", 400));
        }
    }
}
