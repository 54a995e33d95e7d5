using System.Globalization;
using XRayPS.Core.Rendering;

namespace XRayPS.Formatting;

/// <summary>What stands in the cells of the views of sampling.</summary>
public static class SamplingCells
{
    /// <summary>A share in percent, such as <c>5 %</c>; nothing for null.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    public static string Percent(double? share) =>
        share is { } value ? (value * 100).ToString("0.###", CultureInfo.InvariantCulture) + " %" : "";

    /// <summary>Which requests a rule is for, by the members that do not match everything.</summary>
    /// <param name="rule">The rule.</param>
    public static string Matchers(SamplingRule rule)
    {
        (string Label, string? Pattern)[] members =
        [
            ("", rule.HTTPMethod),
            ("", rule.URLPath),
            ("host ", rule.Host),
            ("service ", rule.ServiceName),
            ("type ", rule.ServiceType),
            ("resource ", rule.ResourceARN),
        ];
        IEnumerable<string> texts = members
            .Where(static member => member.Pattern is not (null or "*"))
            .Select(static member => member.Label + member.Pattern)
            .Concat((rule.Attributes ?? []).Select(static entry => $"{entry.Key}={entry.Value}"));
        string text = CellText.Clean(string.Join(", ", texts));
        return text.Length == 0 ? Style.Paint("all", Style.Dim) : text;
    }

    /// <summary>A raised rate and how long it is raised; nothing without one.</summary>
    /// <param name="target">What X-Ray answered.</param>
    public static string Boost(SamplingTargetDocument target) => target.SamplingBoost is { } boost
        ? $"{Percent(boost.BoostRate)} until {InstantText.Format(boost.BoostRateTTL)}"
        : "";
}
