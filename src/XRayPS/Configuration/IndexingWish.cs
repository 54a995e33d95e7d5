using System.Management.Automation;
using XRayPS.Binding;

namespace XRayPS.Configuration;

/// <summary>What somebody wants of an indexing rule.</summary>
/// <param name="Name">The rule.</param>
/// <param name="Percentage">The wished-for percentage of spans, 0 to 100; null where he said nothing.</param>
internal sealed record IndexingWish(string Name, double? Percentage)
{
    /// <summary>What an object says: a rule as it was read or kept in a file, or a hashtable.</summary>
    /// <exception cref="PSArgumentException">It names no rule.</exception>
    internal static IndexingWish From(object input)
    {
        InputMembers members = InputMembers.Of(
            input, "Name", "DesiredSamplingPercentage", "ActualSamplingPercentage", "ModifiedAt", "Rule");
        string name = members.Text("Name")
            ?? throw new PSArgumentException($"{InputMembers.Name(input)} names no rule: it has no Name.");
        double? percentage = members.Number("DesiredSamplingPercentage")
            ?? members.Inner("Rule")?.Inner("Probabilistic")?.Number("DesiredSamplingPercentage");
        return new IndexingWish(name, percentage);
    }
}
