using System.Globalization;
using System.Management.Automation;
using XRayPS.Core.Model;

namespace XRayPS.Sampling;

/// <summary>
/// What an update has to say so that a rule becomes what was asked for. Only what differs is named: X-Ray refuses an
/// update of its Default rule that names more than the rates. The boost is named again, or X-Ray would drop it.
/// </summary>
/// <param name="Update">The update.</param>
/// <param name="Differences">What it changes, as words; empty when the rule is so already.</param>
internal sealed record RuleChange(SamplingRuleUpdate Update, IReadOnlyList<string> Differences)
{
    /// <summary>Compares a rule with what was asked for.</summary>
    /// <param name="current">The rule as it is.</param>
    /// <param name="wanted">The members that are asked for.</param>
    /// <param name="hasNoBoost">Whether the boost is to go.</param>
    /// <exception cref="PSArgumentException">A boost is left without one of its members.</exception>
    internal static RuleChange Of(SamplingRule current, SamplingRule wanted, bool hasNoBoost)
    {
        SamplingRuleUpdate update = new() { RuleName = current.RuleName };
        List<string> differences = [];
        foreach (RuleMember member in RuleMember.Scalars)
        {
            if (member.Change is { } change && member.Get(wanted) is { } value && !value.Equals(member.Get(current)))
            {
                change(update, value);
                differences.Add(Words(member.Name, member.Get(current), value));
            }
        }

        if (wanted.Attributes is { } attributes && !AreSame(attributes, current.Attributes))
        {
            update.Attributes = attributes;
            differences.Add(Words(nameof(SamplingRule.Attributes), current.Attributes, attributes));
        }

        update.SamplingRateBoost = hasNoBoost ? null : Boost(current.SamplingRateBoost, wanted.SamplingRateBoost);
        if (update.SamplingRateBoost?.ToString() != current.SamplingRateBoost?.ToString())
        {
            differences.Add(Words("Boost", current.SamplingRateBoost, update.SamplingRateBoost));
        }

        return new RuleChange(update, differences);
    }

    /// <summary>A boost with both its members, from what is there and what is asked for.</summary>
    internal static SamplingRateBoost? Boost(SamplingRateBoost? current, SamplingRateBoost? wanted)
    {
        if (wanted is null)
        {
            return current;
        }

        SamplingRateBoost boost = new()
        {
            MaxRate = wanted.MaxRate ?? current?.MaxRate,
            CooldownWindowMinutes = wanted.CooldownWindowMinutes ?? current?.CooldownWindowMinutes,
        };
        return boost is { MaxRate: not null, CooldownWindowMinutes: not null }
            ? boost
            : throw new PSArgumentException("A boost needs both -MaxRate and -CooldownWindowMinutes.");
    }

    private static bool AreSame(RecordMap<string> one, RecordMap<string>? other) =>
        one.Count == (other?.Count ?? 0)
        && one.All(entry => other!.TryGetValue(entry.Key, out string? value) && value == entry.Value);

    private static string Words(string name, object? before, object? after) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {Word(before)} -> {Word(after)}");

    private static string Word(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "(none)";
}
