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

    /// <summary>What a rule may say. Dates and version are X-Ray's own; what is kept in files has them.</summary>
    private static readonly string[] Known =
    [
        .. RuleMember.Scalars.Select(static member => member.Name),
        Attributes, Boost, "Tag", "Tags", "CreatedAt", "ModifiedAt", "Version", "SamplingRule", "SamplingRuleUpdate",
    ];

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
            _ => FromMembers(InputMembers.Of(input!, Known).All),
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
        foreach ((string name, object? value) in members.Select(static member => (member.Key, Given(member.Value))))
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
        }

        return new RuleInput(rule, hasNoBoost, tags);
    }

    private static SamplingRateBoost ReadBoost(object value)
    {
        if (value is SamplingRateBoost boost)
        {
            return boost;
        }

        if (value is string)
        {
            throw new PSArgumentException($"{Boost} is '{value}'; say @{{ MaxRate = ...; CooldownWindowMinutes = ... }}.");
        }

        InputMembers members = InputMembers.Of(value, nameof(boost.MaxRate), nameof(boost.CooldownWindowMinutes));
        return new SamplingRateBoost
        {
            MaxRate = members.Number(nameof(boost.MaxRate)),
            CooldownWindowMinutes = members.Value(nameof(boost.CooldownWindowMinutes)) is { } minutes
                ? (int)Convert(nameof(boost.CooldownWindowMinutes), minutes, typeof(int))
                : null,
        };
    }

    /// <summary>CSV has an empty text for what is not there.</summary>
    private static object? Given(object? value) => value is "" ? null : value;

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
