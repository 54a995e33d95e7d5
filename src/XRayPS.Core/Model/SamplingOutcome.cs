namespace XRayPS;

/// <summary>What a sampling rule makes of a request.</summary>
public sealed class SamplingRuleCheck
{
    /// <summary>The rule.</summary>
    public string? RuleName { get; init; }

    /// <summary>Its priority.</summary>
    public int? Priority { get; init; }

    /// <summary>Whether the request meets it.</summary>
    public bool IsMatch { get; init; }

    /// <summary>The first member by which it does not match, such as <c>URLPath</c>; null for a match.</summary>
    public string? Member { get; init; }

    /// <summary>What that member asks for; null for a match.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the request has; null for a match, and where the request has nothing.</summary>
    public string? Value { get; init; }

    /// <summary>The reason as a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Rule and reason.</summary>
    public override string ToString() => $"{RuleName} ({Priority}): {Reason}";
}

/// <summary>Which sampling rule a request meets, and what comes of it.</summary>
public sealed class SamplingOutcome
{
    /// <summary>The rule that the request meets; null when it meets none.</summary>
    public string? RuleName { get; init; }

    /// <summary>Its priority.</summary>
    public int? Priority { get; init; }

    /// <summary>Requests that the rule samples each second before the rate applies, over all clients.</summary>
    public int? ReservoirSize { get; init; }

    /// <summary>Share of the requests beyond the reservoir that is sampled, 0 to 1.</summary>
    public double? FixedRate { get; init; }

    /// <summary>The requests a second that the figures below are for; null when none were given.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>Requests sampled a second; null without a rate of requests.</summary>
    public double? SampledPerSecond { get; init; }

    /// <summary>Share of all requests that is sampled, 0 to 1; null without a rate of requests.</summary>
    public double? ExpectedRate { get; init; }

    /// <summary>The rules that were looked at before, in their order, and why they did not match.</summary>
    public RecordList<SamplingRuleCheck> PassedOver { get; init; } = [];

    /// <summary>The rule as a whole; null when the request meets none.</summary>
    public SamplingRule? Rule { get; init; }

    /// <summary>The rule's name.</summary>
    public override string ToString() => RuleName ?? "(no rule)";
}
