using XRayPS.Core.Model;
using XRayPS.Core.Sampling;
using XRayPS.Core.Wire;
using XRayPS.Local.Handlers.Resources;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>Removes a rule and its tags, and answers what it was.</summary>
internal sealed class DeleteSamplingRule(Account account, SamplingRules rules, ResourceTags tags, SamplingDesk desk)
    : Handler<DeleteSamplingRuleRequest, SamplingRuleResponse>(Operations.DeleteSamplingRule)
{
    protected override ValueTask<SamplingRuleResponse> HandleAsync(DeleteSamplingRuleRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                string name = SamplingRules.NameOf(request.RuleName, request.RuleARN);
                if (name == RuleMatcher.DefaultRule)
                {
                    throw Refusal.InvalidRequest("The default sampling rule cannot be deleted");
                }

                SamplingRuleRecord record = rules.Find(name) ?? throw Refusal.InvalidRequest("Sampling rule does not exist");
                await rules.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
                await tags.RemoveAllAsync(rules.ArnOf(name), cancellationToken).ConfigureAwait(false);
                desk.Forget(name);
                return new SamplingRuleResponse { SamplingRuleRecord = record };
            },
            cancellationToken);
}
