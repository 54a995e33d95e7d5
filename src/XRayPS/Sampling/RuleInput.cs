using System.Collections;
using System.Globalization;
using System.Management.Automation;
using XRayPS.Binding;

namespace XRayPS.Sampling;

/// <summary>
/// A sampling rule as users have one: a record of this module or of another, what ConvertFrom-Json made of one, a
/// hashtable, a name alone. What it does not name is null.
/// </summary>
/// <param name="Rule">The members that were named.</param>
/// <param name="HasNoBoost">Whether it says that the rule has no boost, and does not merely leave it out.</param>
/// <param name="Tags">The tags; null when none were named.</param>
internal sealed record RuleInput(SamplingRule Rule, bool HasNoBoost, Tag[]? Tags)
{
    private const string Boost = "SamplingRateBoost";
    private const string Attributes = "Attributes";

    /// <summary>What X-Ray sets itself.</summary>
    private static readonly string[] Ignored = ["CreatedAt", "ModifiedAt", "Version"];

    /// <summary>Reads an object.</summary>
    /// <param name="input">The object.</param>
    /// <exception cref="PSArgumentException">It is no rule.</exception>
    internal static RuleInput Read(object? input)
    {
        object? value = Arguments.Unwrap(input);
        return value switch
        {
            SamplingRule { CreatedAt: not null, SamplingRateBoost: null } rule => new RuleInput(rule, true, null),
            SamplingRule rule => new RuleInput(rule, false, null),
            SamplingRuleRecord record => Read(RuleRecords.Dated(record)),
            string name => new RuleInput(new SamplingRule { RuleName = name }, false, null),
            null or ValueType or (IEnumerable and not IDictionary) => throw new PSArgumentException(
                $"An object of type {value?.GetType().Name ?? "null"} is no sampling rule: give a rule, a hashtable, "
                + "or what ConvertFrom-Json made of one."),
            _ => FromMembers(ObjectMembers.Of(input!)),
        };
    }

    private static RuleInput FromMembers(IReadOnlyDictionary<string, object?> members)
    {
        // X-Ray's own records, and so the output of the AWS CLI and of AWS.Tools, have the rule one level down.
        foreach (string wrapper in (string[])["SamplingRule", "SamplingRuleUpdate"])
        {
            if (members.TryGetValue(wrapper, out object? inner) && inner is not null)
            {
                return Read(inner);
            }
        }

        SamplingRule rule = new();
        bool hasNoBoost = false;
        Tag[]? tags = null;
        foreach ((string name, object? value) in members)
        {
            if (Is(name, Boost))
            {
                rule.SamplingRateBoost = value is null ? null : ReadBoost(value);
                hasNoBoost = value is null;
            }
            else if (Is(name, Attributes))
            {
                rule.Attributes = value is null ? null : TextMap.Read(value);
            }
            else if (Is(name, "Tags") || Is(name, "Tag"))
            {
                tags = value is null ? null : TagTransformationAttribute.Read(value);
            }
            else if (RuleMember.Scalars.FirstOrDefault(member => Is(member.Name, name)) is { } member)
            {
                if (value is not null)
                {
                    member.Set(rule, Convert(member.Name, value, member.Type));
                }
            }
            else if (!Ignored.Any(ignored => Is(ignored, name)))
            {
                throw new PSArgumentException($"A sampling rule has no member '{name}'.");
            }
        }

        return new RuleInput(rule, hasNoBoost, tags);
    }

    private static SamplingRateBoost ReadBoost(object value)
    {
        if (value is SamplingRateBoost boost)
        {
            return boost;
        }

        boost = new SamplingRateBoost();
        foreach ((string name, object? part) in ObjectMembers.Of(value))
        {
            if (Is(name, nameof(boost.MaxRate)))
            {
                boost.MaxRate = part is null ? null : (double)Convert(name, part, typeof(double));
            }
            else if (Is(name, nameof(boost.CooldownWindowMinutes)))
            {
                boost.CooldownWindowMinutes = part is null ? null : (int)Convert(name, part, typeof(int));
            }
            else
            {
                throw new PSArgumentException(
                    $"A boost has no member '{name}': it has MaxRate and CooldownWindowMinutes.");
            }
        }

        return boost;
    }

    private static object Convert(string name, object value, Type type)
    {
        try
        {
            return LanguagePrimitives.ConvertTo(value, type, CultureInfo.InvariantCulture);
        }
        catch (PSInvalidCastException)
        {
            string what = type == typeof(int) ? "whole number" : type == typeof(double) ? "number" : "text";
            throw new PSArgumentException($"{name} is to be a {what}; '{value}' is none.");
        }
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
