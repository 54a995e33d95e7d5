using System.Security.Cryptography;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Errors;

namespace XRayPS.Sampling;

/// <summary>Reports of a client to X-Ray, which answers how to sample from then on.</summary>
internal static class ReportCalls
{
    /// <summary>Reports in one call; X-Ray refuses more.</summary>
    internal const int BatchSize = 25;

    /// <summary>The id of this process as a client: 24 hexadecimal digits.</summary>
    internal static string ClientId { get; } =
        Convert.ToHexString(RandomNumberGenerator.GetBytes(12)).ToLowerInvariant();

    /// <summary>
    /// The report with what X-Ray demands and the user left out. The user's own object is left as it is.
    /// </summary>
    internal static SamplingStatisticsDocument Completed(SamplingStatisticsDocument report, TimeProvider clock) => new()
    {
        RuleName = report.RuleName,
        ClientID = report.ClientID ?? ClientId,
        Timestamp = report.Timestamp ?? clock.GetUtcNow(),
        RequestCount = report.RequestCount ?? 0,
        SampledCount = report.SampledCount ?? 0,
        BorrowCount = report.BorrowCount ?? 0,
    };

    /// <summary>The same for a report on anomalies.</summary>
    internal static SamplingBoostStatisticsDocument Completed(
        SamplingBoostStatisticsDocument report, TimeProvider clock) => new()
        {
            RuleName = report.RuleName,
            ServiceName = report.ServiceName,
            Timestamp = report.Timestamp ?? clock.GetUtcNow(),
            AnomalyCount = report.AnomalyCount ?? 0,
            TotalCount = report.TotalCount ?? 0,
            SampledAnomalyCount = report.SampledAnomalyCount ?? 0,
        };

    /// <summary>Sends reports, and writes the targets and one error for each report that was refused.</summary>
    internal static async Task SendAsync(ApiCaller caller, GetSamplingTargetsRequest request, CancellationToken token)
    {
        Reply<GetSamplingTargetsResponse> reply =
            await caller.SendAsync(Operations.GetSamplingTargets, request, token).ConfigureAwait(false);
        foreach (SamplingTargetDocument target in reply.Value.SamplingTargetDocuments)
        {
            target.LastRuleModification = reply.Value.LastRuleModification;
            caller.Feed.Write(target);
        }

        foreach (UnprocessedStatistics refusal in reply.Value.UnprocessedStatistics)
        {
            caller.Feed.Error(ErrorRecords.StatisticsRefused(
                refusal, request.SamplingStatisticsDocuments?.Find(report => report.RuleName == refusal.RuleName)));
        }

        foreach (UnprocessedStatistics refusal in reply.Value.UnprocessedBoostStatistics ?? [])
        {
            caller.Feed.Error(ErrorRecords.StatisticsRefused(
                refusal, request.SamplingBoostStatisticsDocuments?.Find(report => report.RuleName == refusal.RuleName)));
        }
    }
}
