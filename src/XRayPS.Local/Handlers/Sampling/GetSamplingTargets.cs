using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>
/// Takes what clients counted and tells them how to sample from now on. See
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sampling.html.
/// </summary>
internal sealed class GetSamplingTargets(Account account, SamplingRules rules, SamplingDesk desk)
    : Handler<GetSamplingTargetsRequest, GetSamplingTargetsResponse>(Operations.GetSamplingTargets)
{
    protected override ValueTask<GetSamplingTargetsResponse> HandleAsync(GetSamplingTargetsRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset now = account.Now;
        GetSamplingTargetsResponse response = new()
        {
            LastRuleModification = rules.LastModification,
            UnprocessedBoostStatistics = request.SamplingBoostStatisticsDocuments is null ? null : [],
        };
        foreach (SamplingBoostStatisticsDocument report in request.SamplingBoostStatisticsDocuments ?? [])
        {
            if (rules.Find(report.RuleName!)?.SamplingRule is { } rule)
            {
                desk.TakeAnomalies(rule, report, now);
            }
            else
            {
                response.UnprocessedBoostStatistics!.Add(Unknown(report.RuleName));
            }
        }

        foreach (SamplingStatisticsDocument report in request.SamplingStatisticsDocuments!)
        {
            if (rules.Find(report.RuleName!)?.SamplingRule is { } rule)
            {
                response.SamplingTargetDocuments.Add(desk.Take(rule, report, now));
            }
            else
            {
                response.UnprocessedStatistics.Add(Unknown(report.RuleName));
            }
        }

        return new ValueTask<GetSamplingTargetsResponse>(response);
    }

    private static UnprocessedStatistics Unknown(string? rule) =>
        new() { RuleName = rule, ErrorCode = "400", Message = "Unknown rule" };
}
