using System.Collections;
using System.Globalization;
using XRayPS.Filters;

namespace XRayPS.Completion;

/// <summary>Completes names of sampling rules.</summary>
public sealed class SamplingRuleCompleter : ValueCompleter
{
    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound) => LiveRules.All()
        .Where(static rule => rule.RuleName is not null)
        .Select(static rule => KeyValuePair.Create(
            rule.RuleName!,
            Tip(rule)));

    private static string Tip(SamplingRule rule) => string.Create(
        CultureInfo.InvariantCulture,
        $"priority {rule.Priority}: {rule.ReservoirSize} a second and {rule.FixedRate * 100:0.###} % of the rest");
}
