using XRayPS.Core.Model;
using XRayPS.Core.Wire;
using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Search;

/// <summary>Changes the one indexing rule.</summary>
internal sealed class UpdateIndexingRule(Account account, IndexingRules rules)
    : Handler<UpdateIndexingRuleRequest, UpdateIndexingRuleResponse>(Operations.UpdateIndexingRule)
{
    protected override ValueTask<UpdateIndexingRuleResponse> HandleAsync(UpdateIndexingRuleRequest request, CancellationToken cancellationToken) =>
        account.ChangeAsync(
            async () =>
            {
                if (request.Name != IndexingRules.Default)
                {
                    throw Refusal.ResourceNotFound($"Indexing rule {request.Name} not found", request.Name);
                }

                double percentage = request.Rule!.Probabilistic?.DesiredSamplingPercentage
                    ?? throw Refusal.InvalidRequest("An indexing rule needs a probabilistic sampling percentage");
                if (percentage is < 0 or > 100)
                {
                    throw Refusal.InvalidRequest("The sampling percentage must be between 0 and 100");
                }

                return new UpdateIndexingRuleResponse
                {
                    IndexingRule = await rules.ChangeAsync(percentage, cancellationToken).ConfigureAwait(false),
                };
            },
            cancellationToken);
}
