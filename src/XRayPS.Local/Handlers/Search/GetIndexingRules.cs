using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Search;

/// <summary>The one indexing rule.</summary>
internal sealed class GetIndexingRules(IndexingRules rules)
    : Handler<TokenRequest, GetIndexingRulesResponse>(Operations.GetIndexingRules)
{
    protected override ValueTask<GetIndexingRulesResponse> HandleAsync(TokenRequest request, CancellationToken cancellationToken) =>
        new(new GetIndexingRulesResponse { IndexingRules = [rules.Read()] });
}
