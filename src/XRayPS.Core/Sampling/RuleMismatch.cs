namespace XRayPS.Core.Sampling;

/// <summary>The first member by which a rule does not match a request.</summary>
/// <param name="Member">The rule's member, such as <c>URLPath</c> or <c>Attributes.tier</c>.</param>
/// <param name="Pattern">The rule's pattern.</param>
/// <param name="Value">The request's value; null when the request has none.</param>
public sealed record RuleMismatch(string Member, string Pattern, string? Value)
{
    /// <summary>The reason in a few words.</summary>
    public override string ToString() =>
        Value is null ? $"{Member} has to match '{Pattern}', and the request has none" : $"{Member} '{Value}' does not match '{Pattern}'";
}
