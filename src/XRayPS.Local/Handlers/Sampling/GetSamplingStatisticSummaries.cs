using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>What clients counted in the last closed window of ten seconds, for each rule that was used of late.</summary>
internal sealed class GetSamplingStatisticSummaries(Account account, SamplingDesk desk)
    : Handler<TokenRequest, GetSamplingStatisticSummariesResponse>(Operations.GetSamplingStatisticSummaries)
{
    protected override ValueTask<GetSamplingStatisticSummariesResponse> HandleAsync(TokenRequest request, CancellationToken cancellationToken) =>
        new(new GetSamplingStatisticSummariesResponse
        {
            SamplingStatisticSummaries = new RecordList<SamplingStatisticSummary>(desk.Summaries(account.Now)),
        });
}
