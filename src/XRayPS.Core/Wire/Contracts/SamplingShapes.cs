using XRayPS.Core.Model;

namespace XRayPS.Core.Wire;

/// <summary>Members of sampling rules, statistics and targets, as the model has them.</summary>
internal static class SamplingShapes
{
    internal static Shape<SamplingRateBoost> SamplingRateBoost { get; } = new Shape<SamplingRateBoost>("SamplingRateBoost")
        .Number("MaxRate", static r => r.MaxRate, static (r, v) => r.MaxRate = v, new NumberRule(0, 1), required: true)
        .Integer("CooldownWindowMinutes", static r => r.CooldownWindowMinutes, static (r, v) => r.CooldownWindowMinutes = v, new NumberRule(0), required: true);

    internal static Shape<SamplingRule> SamplingRule { get; } = new Shape<SamplingRule>("SamplingRule")
        .Text("RuleName", static r => r.RuleName, static (r, v) => r.RuleName = v, TextRule.Length(1, 32))
        .Text("RuleARN", static r => r.RuleARN, static (r, v) => r.RuleARN = v)
        .Text("ResourceARN", static r => r.ResourceARN, static (r, v) => r.ResourceARN = v, TextRule.Length(0, 500), required: true)
        .Integer("Priority", static r => r.Priority, static (r, v) => r.Priority = v, new NumberRule(1, 9999), required: true)
        .Number("FixedRate", static r => r.FixedRate, static (r, v) => r.FixedRate = v, new NumberRule(0, 1), required: true)
        .Integer("ReservoirSize", static r => r.ReservoirSize, static (r, v) => r.ReservoirSize = v, new NumberRule(0), required: true)
        .Text("ServiceName", static r => r.ServiceName, static (r, v) => r.ServiceName = v, TextRule.Length(0, 64), required: true)
        .Text("ServiceType", static r => r.ServiceType, static (r, v) => r.ServiceType = v, TextRule.Length(0, 64), required: true)
        .Text("Host", static r => r.Host, static (r, v) => r.Host = v, TextRule.Length(0, 64), required: true)
        .Text("HTTPMethod", static r => r.HTTPMethod, static (r, v) => r.HTTPMethod = v, TextRule.Length(0, 10), required: true)
        .Text("URLPath", static r => r.URLPath, static (r, v) => r.URLPath = v, TextRule.Length(0, 128), required: true)
        .Integer("Version", static r => r.Version, static (r, v) => r.Version = v, new NumberRule(1), required: true)
        .TextMap("Attributes", static r => r.Attributes, static (r, v) => r.Attributes = v, TextRule.Length(1, 32), TextRule.Length(1, 32), new CountRule(0, 5))
        .Structure("SamplingRateBoost", static r => r.SamplingRateBoost, static (r, v) => r.SamplingRateBoost = v, static () => SamplingRateBoost).LeftOutWhenAbsent();

    internal static Shape<SamplingRuleUpdate> SamplingRuleUpdate { get; } = new Shape<SamplingRuleUpdate>("SamplingRuleUpdate")
        .Text("RuleName", static r => r.RuleName, static (r, v) => r.RuleName = v, TextRule.Length(1, 32))
        .Text("RuleARN", static r => r.RuleARN, static (r, v) => r.RuleARN = v)
        .Text("ResourceARN", static r => r.ResourceARN, static (r, v) => r.ResourceARN = v, TextRule.Length(0, 500))
        .Integer("Priority", static r => r.Priority, static (r, v) => r.Priority = v)
        .Number("FixedRate", static r => r.FixedRate, static (r, v) => r.FixedRate = v)
        .Integer("ReservoirSize", static r => r.ReservoirSize, static (r, v) => r.ReservoirSize = v)
        .Text("ServiceName", static r => r.ServiceName, static (r, v) => r.ServiceName = v, TextRule.Length(0, 64))
        .Text("ServiceType", static r => r.ServiceType, static (r, v) => r.ServiceType = v, TextRule.Length(0, 64))
        .Text("Host", static r => r.Host, static (r, v) => r.Host = v, TextRule.Length(0, 64))
        .Text("HTTPMethod", static r => r.HTTPMethod, static (r, v) => r.HTTPMethod = v, TextRule.Length(0, 10))
        .Text("URLPath", static r => r.URLPath, static (r, v) => r.URLPath = v, TextRule.Length(0, 128))
        .TextMap("Attributes", static r => r.Attributes, static (r, v) => r.Attributes = v, TextRule.Length(1, 32), TextRule.Length(1, 32), new CountRule(0, 5))
        .Structure("SamplingRateBoost", static r => r.SamplingRateBoost, static (r, v) => r.SamplingRateBoost = v, static () => SamplingRateBoost).LeftOutWhenAbsent();

    internal static Shape<SamplingRuleRecord> SamplingRuleRecord { get; } = new Shape<SamplingRuleRecord>("SamplingRuleRecord")
        .Structure("SamplingRule", static r => r.SamplingRule, static (r, v) => r.SamplingRule = v, static () => SamplingRule)
        .Timestamp("CreatedAt", static r => r.CreatedAt, static (r, v) => r.CreatedAt = v)
        .Timestamp("ModifiedAt", static r => r.ModifiedAt, static (r, v) => r.ModifiedAt = v);

    internal static Shape<CreateSamplingRuleRequest> CreateSamplingRuleRequest { get; } = new Shape<CreateSamplingRuleRequest>("CreateSamplingRuleRequest")
        .Structure("SamplingRule", static r => r.SamplingRule, static (r, v) => r.SamplingRule = v, static () => SamplingRule, required: true)
        .Structures("Tags", static r => r.Tags, static (r, v) => r.Tags = v, static () => ResourceShapes.Tag, count: new CountRule(0, 200));

    internal static Shape<UpdateSamplingRuleRequest> UpdateSamplingRuleRequest { get; } = new Shape<UpdateSamplingRuleRequest>("UpdateSamplingRuleRequest")
        .Structure("SamplingRuleUpdate", static r => r.SamplingRuleUpdate, static (r, v) => r.SamplingRuleUpdate = v, static () => SamplingRuleUpdate, required: true);

    internal static Shape<DeleteSamplingRuleRequest> DeleteSamplingRuleRequest { get; } = new Shape<DeleteSamplingRuleRequest>("DeleteSamplingRuleRequest")
        .Text("RuleName", static r => r.RuleName, static (r, v) => r.RuleName = v)
        .Text("RuleARN", static r => r.RuleARN, static (r, v) => r.RuleARN = v);

    internal static Shape<SamplingRuleResponse> SamplingRuleResponse { get; } = new Shape<SamplingRuleResponse>("SamplingRuleResponse")
        .Structure("SamplingRuleRecord", static r => r.SamplingRuleRecord, static (r, v) => r.SamplingRuleRecord = v, static () => SamplingRuleRecord);

    internal static Shape<TokenRequest> TokenRequest { get; } = new Shape<TokenRequest>("TokenRequest")
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<GetSamplingRulesResponse> GetSamplingRulesResponse { get; } = new Shape<GetSamplingRulesResponse>("GetSamplingRulesResponse")
        .Structures("SamplingRuleRecords", static r => r.SamplingRuleRecords, static (r, v) => r.SamplingRuleRecords = v!, static () => SamplingRuleRecord)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<SamplingStatisticSummary> SamplingStatisticSummary { get; } = new Shape<SamplingStatisticSummary>("SamplingStatisticSummary")
        .Text("RuleName", static r => r.RuleName, static (r, v) => r.RuleName = v)
        .Timestamp("Timestamp", static r => r.Timestamp, static (r, v) => r.Timestamp = v)
        .Integer("RequestCount", static r => r.RequestCount, static (r, v) => r.RequestCount = v)
        .Integer("BorrowCount", static r => r.BorrowCount, static (r, v) => r.BorrowCount = v)
        .Integer("SampledCount", static r => r.SampledCount, static (r, v) => r.SampledCount = v);

    internal static Shape<GetSamplingStatisticSummariesResponse> GetSamplingStatisticSummariesResponse { get; } = new Shape<GetSamplingStatisticSummariesResponse>("GetSamplingStatisticSummariesResponse")
        .Structures("SamplingStatisticSummaries", static r => r.SamplingStatisticSummaries, static (r, v) => r.SamplingStatisticSummaries = v!, static () => SamplingStatisticSummary)
        .Text("NextToken", static r => r.NextToken, static (r, v) => r.NextToken = v);

    internal static Shape<SamplingStatisticsDocument> SamplingStatisticsDocument { get; } = new Shape<SamplingStatisticsDocument>("SamplingStatisticsDocument")
        .Text("RuleName", static r => r.RuleName, static (r, v) => r.RuleName = v, TextRule.Length(1, 32), required: true)
        .Text("ClientID", static r => r.ClientID, static (r, v) => r.ClientID = v, TextRule.Length(24, 24), required: true)
        .Timestamp("Timestamp", static r => r.Timestamp, static (r, v) => r.Timestamp = v, required: true)
        .Integer("RequestCount", static r => r.RequestCount, static (r, v) => r.RequestCount = v, new NumberRule(0), required: true)
        .Integer("SampledCount", static r => r.SampledCount, static (r, v) => r.SampledCount = v, new NumberRule(0), required: true)
        .Integer("BorrowCount", static r => r.BorrowCount, static (r, v) => r.BorrowCount = v, new NumberRule(0));

    internal static Shape<SamplingBoostStatisticsDocument> SamplingBoostStatisticsDocument { get; } = new Shape<SamplingBoostStatisticsDocument>("SamplingBoostStatisticsDocument")
        .Text("RuleName", static r => r.RuleName, static (r, v) => r.RuleName = v, TextRule.Length(1, 32), required: true)
        .Text("ServiceName", static r => r.ServiceName, static (r, v) => r.ServiceName = v, TextRule.Length(0, 64), required: true)
        .Timestamp("Timestamp", static r => r.Timestamp, static (r, v) => r.Timestamp = v, required: true)
        .Integer("AnomalyCount", static r => r.AnomalyCount, static (r, v) => r.AnomalyCount = v, new NumberRule(0), required: true)
        .Integer("TotalCount", static r => r.TotalCount, static (r, v) => r.TotalCount = v, new NumberRule(0), required: true)
        .Integer("SampledAnomalyCount", static r => r.SampledAnomalyCount, static (r, v) => r.SampledAnomalyCount = v, new NumberRule(0), required: true);

    internal static Shape<SamplingBoost> SamplingBoost { get; } = new Shape<SamplingBoost>("SamplingBoost")
        .Number("BoostRate", static r => r.BoostRate, static (r, v) => r.BoostRate = v)
        .Timestamp("BoostRateTTL", static r => r.BoostRateTTL, static (r, v) => r.BoostRateTTL = v);

    internal static Shape<SamplingTargetDocument> SamplingTargetDocument { get; } = new Shape<SamplingTargetDocument>("SamplingTargetDocument")
        .Text("RuleName", static r => r.RuleName, static (r, v) => r.RuleName = v)
        .Number("FixedRate", static r => r.FixedRate, static (r, v) => r.FixedRate = v)
        .Integer("ReservoirQuota", static r => r.ReservoirQuota, static (r, v) => r.ReservoirQuota = v)
        .Timestamp("ReservoirQuotaTTL", static r => r.ReservoirQuotaTTL, static (r, v) => r.ReservoirQuotaTTL = v)
        .Integer("Interval", static r => r.Interval, static (r, v) => r.Interval = v)
        .Structure("SamplingBoost", static r => r.SamplingBoost, static (r, v) => r.SamplingBoost = v, static () => SamplingBoost).LeftOutWhenAbsent();

    internal static Shape<UnprocessedStatistics> UnprocessedStatistics { get; } = new Shape<UnprocessedStatistics>("UnprocessedStatistics")
        .Text("RuleName", static r => r.RuleName, static (r, v) => r.RuleName = v)
        .Text("ErrorCode", static r => r.ErrorCode, static (r, v) => r.ErrorCode = v)
        .Text("Message", static r => r.Message, static (r, v) => r.Message = v);

    internal static Shape<GetSamplingTargetsRequest> GetSamplingTargetsRequest { get; } = new Shape<GetSamplingTargetsRequest>("GetSamplingTargetsRequest")
        .Structures("SamplingStatisticsDocuments", static r => r.SamplingStatisticsDocuments, static (r, v) => r.SamplingStatisticsDocuments = v, static () => SamplingStatisticsDocument, new CountRule(0, 25), required: true)
        .Structures("SamplingBoostStatisticsDocuments", static r => r.SamplingBoostStatisticsDocuments, static (r, v) => r.SamplingBoostStatisticsDocuments = v, static () => SamplingBoostStatisticsDocument, new CountRule(0, 25));

    internal static Shape<GetSamplingTargetsResponse> GetSamplingTargetsResponse { get; } = new Shape<GetSamplingTargetsResponse>("GetSamplingTargetsResponse")
        .Structures("SamplingTargetDocuments", static r => r.SamplingTargetDocuments, static (r, v) => r.SamplingTargetDocuments = v!, static () => SamplingTargetDocument)
        .Timestamp("LastRuleModification", static r => r.LastRuleModification, static (r, v) => r.LastRuleModification = v)
        .Structures("UnprocessedStatistics", static r => r.UnprocessedStatistics, static (r, v) => r.UnprocessedStatistics = v!, static () => UnprocessedStatistics)
        .Structures("UnprocessedBoostStatistics", static r => r.UnprocessedBoostStatistics, static (r, v) => r.UnprocessedBoostStatistics = v, static () => UnprocessedStatistics);
}
