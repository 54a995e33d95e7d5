using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>All rules on one page; a token is ignored (observed).</summary>
internal sealed class GetSamplingRules(SamplingRules rules)
    : Handler<TokenRequest, GetSamplingRulesResponse>(Operations.GetSamplingRules)
{
    protected override ValueTask<GetSamplingRulesResponse> HandleAsync(TokenRequest request, CancellationToken cancellationToken) =>
        new(new GetSamplingRulesResponse { SamplingRuleRecords = new RecordList<SamplingRuleRecord>(rules.All()) });
}
