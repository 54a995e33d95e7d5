namespace XRayPS.Core.Model;

/// <summary>Request of CreateSamplingRule.</summary>
public sealed class CreateSamplingRuleRequest
{
    /// <summary>The rule.</summary>
    public SamplingRule? SamplingRule { get; set; }

    /// <summary>Tags of the new rule.</summary>
    public RecordList<Tag>? Tags { get; set; }
}

/// <summary>What is to change in a rule; members left out keep their value, but the boost goes when left out.</summary>
public sealed class SamplingRuleUpdate
{
    /// <summary>The name, 1 to 32 characters.</summary>
    public string? RuleName { get; set; }

    /// <summary>The ARN.</summary>
    public string? RuleARN { get; set; }

    /// <summary>Order of evaluation, 1 to 9999, the smallest first; 10000 for Default.</summary>
    public int? Priority { get; set; }

    /// <summary>Share of requests beyond the reservoir that is sampled, 0 to 1.</summary>
    public double? FixedRate { get; set; }

    /// <summary>Requests sampled each second before the rate applies, over all clients.</summary>
    public int? ReservoirSize { get; set; }

    /// <summary>Matches the segment name; <c>*</c> and <c>?</c> are wildcards.</summary>
    public string? ServiceName { get; set; }

    /// <summary>Matches the origin.</summary>
    public string? ServiceType { get; set; }

    /// <summary>Matches the Host header.</summary>
    public string? Host { get; set; }

    /// <summary>Matches the method.</summary>
    public string? HTTPMethod { get; set; }

    /// <summary>Matches the path of the URL.</summary>
    public string? URLPath { get; set; }

    /// <summary>Matches the AWS resource that runs the code.</summary>
    public string? ResourceARN { get; set; }

    /// <summary>Matches attributes of the request.</summary>
    public RecordMap<string>? Attributes { get; set; }

    /// <summary>The boost; leaving it out removes it.</summary>
    public SamplingRateBoost? SamplingRateBoost { get; set; }
}

/// <summary>Request of UpdateSamplingRule.</summary>
public sealed class UpdateSamplingRuleRequest
{
    /// <summary>The changes.</summary>
    public SamplingRuleUpdate? SamplingRuleUpdate { get; set; }
}

/// <summary>Request of DeleteSamplingRule.</summary>
public sealed class DeleteSamplingRuleRequest
{
    /// <summary>The name; or the ARN, not both.</summary>
    public string? RuleName { get; set; }

    /// <summary>The ARN; or the name, not both.</summary>
    public string? RuleARN { get; set; }
}

/// <summary>Response of CreateSamplingRule, UpdateSamplingRule and DeleteSamplingRule.</summary>
public sealed class SamplingRuleResponse
{
    /// <summary>The rule.</summary>
    public SamplingRuleRecord? SamplingRuleRecord { get; set; }
}

/// <summary>A request that names nothing but a page.</summary>
public sealed class TokenRequest : ITokenCarrier
{
    /// <summary>The page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetSamplingRules.</summary>
public sealed class GetSamplingRulesResponse : ITokenCarrier
{
    /// <summary>The rules.</summary>
    public RecordList<SamplingRuleRecord> SamplingRuleRecords { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Response of GetSamplingStatisticSummaries.</summary>
public sealed class GetSamplingStatisticSummariesResponse : ITokenCarrier
{
    /// <summary>One entry a rule.</summary>
    public RecordList<SamplingStatisticSummary> SamplingStatisticSummaries { get; set; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>Request of GetSamplingTargets.</summary>
public sealed class GetSamplingTargetsRequest
{
    /// <summary>At most 25 reports.</summary>
    public RecordList<SamplingStatisticsDocument>? SamplingStatisticsDocuments { get; set; }

    /// <summary>At most 25 reports of anomalies.</summary>
    public RecordList<SamplingBoostStatisticsDocument>? SamplingBoostStatisticsDocuments { get; set; }
}

/// <summary>Response of GetSamplingTargets.</summary>
public sealed class GetSamplingTargetsResponse
{
    /// <summary>How to sample from now on.</summary>
    public RecordList<SamplingTargetDocument> SamplingTargetDocuments { get; set; } = [];

    /// <summary>When a rule was last made, changed or removed.</summary>
    public DateTimeOffset? LastRuleModification { get; set; }

    /// <summary>Reports that were refused.</summary>
    public RecordList<UnprocessedStatistics> UnprocessedStatistics { get; set; } = [];

    /// <summary>Reports of anomalies that were refused; null when none were sent.</summary>
    public RecordList<UnprocessedStatistics>? UnprocessedBoostStatistics { get; set; }
}
