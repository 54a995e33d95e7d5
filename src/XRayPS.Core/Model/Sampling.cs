namespace XRayPS;

/// <summary>How far adaptive sampling may raise a rule's rate.</summary>
public sealed class SamplingRateBoost
{
    /// <summary>The highest rate, 0 to 1.</summary>
    public double? MaxRate { get; set; }

    /// <summary>Minutes between two boosts.</summary>
    public int? CooldownWindowMinutes { get; set; }

    /// <summary>Rate and cooldown.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"up to {MaxRate} every {CooldownWindowMinutes} min");
}

/// <summary>Which requests are traced, and how many of them.</summary>
public sealed class SamplingRule
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

    /// <summary>The format's version; 1.</summary>
    public int? Version { get; set; }

    /// <summary>
    /// When it was made, in whole seconds; filled by this module, on the wire it stands in the record around.
    /// </summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; filled by this module, on the wire it stands in the record around.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>Matches attributes of the request; at most five.</summary>
    public RecordMap<string>? Attributes { get; set; }

    /// <summary>The boost; null without one.</summary>
    public SamplingRateBoost? SamplingRateBoost { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => RuleName ?? "";
}

/// <summary>A sampling rule and its dates.</summary>
public sealed class SamplingRuleRecord
{
    /// <summary>The rule.</summary>
    public SamplingRule? SamplingRule { get; set; }

    /// <summary>When it was made, in whole seconds.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed, in whole seconds.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The rule's name.</summary>
    public override string ToString() => SamplingRule?.RuleName ?? "";
}

/// <summary>What clients reported for a rule in a window of ten seconds.</summary>
public sealed class SamplingStatisticSummary
{
    /// <summary>The rule.</summary>
    public string? RuleName { get; set; }

    /// <summary>Start of the window.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Requests that met the rule.</summary>
    public int? RequestCount { get; set; }

    /// <summary>Requests sampled without a quota.</summary>
    public int? BorrowCount { get; set; }

    /// <summary>Requests sampled.</summary>
    public int? SampledCount { get; set; }

    /// <summary>Rule and counts.</summary>
    public override string ToString() => $"{RuleName}: {SampledCount} of {RequestCount}";
}

/// <summary>What one client counted for a rule since its last report.</summary>
public sealed class SamplingStatisticsDocument
{
    /// <summary>The rule.</summary>
    public string? RuleName { get; set; }

    /// <summary>The client: 24 hexadecimal digits.</summary>
    public string? ClientID { get; set; }

    /// <summary>When it counted.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Requests that met the rule.</summary>
    public int? RequestCount { get; set; }

    /// <summary>Requests sampled.</summary>
    public int? SampledCount { get; set; }

    /// <summary>Requests sampled without a quota.</summary>
    public int? BorrowCount { get; set; }

    /// <summary>Rule and counts.</summary>
    public override string ToString() => $"{RuleName}: {SampledCount} of {RequestCount}";
}

/// <summary>What one client saw of anomalies for a rule and a service.</summary>
public sealed class SamplingBoostStatisticsDocument
{
    /// <summary>The rule.</summary>
    public string? RuleName { get; set; }

    /// <summary>The service.</summary>
    public string? ServiceName { get; set; }

    /// <summary>When it counted.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Requests with an anomaly.</summary>
    public int? AnomalyCount { get; set; }

    /// <summary>All requests.</summary>
    public int? TotalCount { get; set; }

    /// <summary>Requests with an anomaly that were sampled.</summary>
    public int? SampledAnomalyCount { get; set; }

    /// <summary>Rule and counts.</summary>
    public override string ToString() => $"{RuleName}: {AnomalyCount} of {TotalCount}";
}

/// <summary>A raised rate for a short time.</summary>
public sealed class SamplingBoost
{
    /// <summary>The rate in place of the fixed rate, 0 to 1.</summary>
    public double? BoostRate { get; set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? BoostRateTTL { get; set; }

    /// <summary>The rate.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{BoostRate}");
}

/// <summary>How a client is to sample under a rule from now on.</summary>
public sealed class SamplingTargetDocument
{
    /// <summary>The rule.</summary>
    public string? RuleName { get; set; }

    /// <summary>The rate beyond the quota, 0 to 1.</summary>
    public double? FixedRate { get; set; }

    /// <summary>This client's share of the reservoir, requests a second; null on the first report.</summary>
    public int? ReservoirQuota { get; set; }

    /// <summary>When the quota ends.</summary>
    public DateTimeOffset? ReservoirQuotaTTL { get; set; }

    /// <summary>Seconds to wait before the next report.</summary>
    public int? Interval { get; set; }

    /// <summary>
    /// When any rule was last made, changed or removed; filled by this module, on the wire it stands beside.
    /// </summary>
    public DateTimeOffset? LastRuleModification { get; set; }

    /// <summary>A raised rate; null without one.</summary>
    public SamplingBoost? SamplingBoost { get; set; }

    /// <summary>Rule and quota.</summary>
    public override string ToString() => $"{RuleName}: {ReservoirQuota}";
}

/// <summary>A report that X-Ray refused.</summary>
public sealed class UnprocessedStatistics
{
    /// <summary>The rule.</summary>
    public string? RuleName { get; set; }

    /// <summary>The reason as a code.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The reason as text.</summary>
    public string? Message { get; set; }

    /// <summary>Rule and message.</summary>
    public override string ToString() => $"{RuleName}: {Message}";
}
