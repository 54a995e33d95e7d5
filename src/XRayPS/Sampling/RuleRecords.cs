namespace XRayPS.Sampling;

/// <summary>Rules as the cmdlets emit them, flat and with their dates, and as the wire has them.</summary>
internal static class RuleRecords
{
    /// <summary>The rule of a record, with the record's dates.</summary>
    internal static SamplingRule Dated(SamplingRuleRecord? record)
    {
        SamplingRule rule = record?.SamplingRule ?? new SamplingRule();
        rule.CreatedAt = record?.CreatedAt;
        rule.ModifiedAt = record?.ModifiedAt;
        return rule;
    }

    /// <summary>The record of a rule.</summary>
    internal static SamplingRuleRecord Of(SamplingRule rule) =>
        new() { SamplingRule = rule, CreatedAt = rule.CreatedAt, ModifiedAt = rule.ModifiedAt };
}
