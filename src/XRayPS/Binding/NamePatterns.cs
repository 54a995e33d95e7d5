using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>
/// Names and wildcards that a user gave for things that X-Ray lists as a whole. A name is compared as X-Ray compares
/// it, to the letter; a wildcard as PowerShell does, without case.
/// </summary>
/// <param name="names">The names; null or none for everything.</param>
internal sealed class NamePatterns(IReadOnlyList<string>? names)
{
    private const WildcardOptions Options = WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant;

    private readonly List<string> _missed = [.. (names ?? []).Where(static name => !IsPattern(name)).Distinct()];

    private readonly HashSet<string> _literals = [.. (names ?? []).Where(static name => !IsPattern(name))];

    private readonly WildcardPattern[] _patterns =
        [.. (names ?? []).Where(IsPattern).Select(static name => WildcardPattern.Get(name, Options))];

    /// <summary>Names without wildcards that nothing had.</summary>
    internal IReadOnlyList<string> Missed => _missed;

    /// <summary>Whether all are names, of which each stands for one thing.</summary>
    internal bool AreNames => _literals.Count > 0 && _patterns.Length == 0;

    /// <summary>Whether a thing of this name is wanted.</summary>
    /// <param name="name">The name.</param>
    /// <param name="arn">The ARN, which stands for a name as well.</param>
    internal bool Matches(string? name, string? arn = null) =>
        _literals.Count + _patterns.Length == 0
        || IsMeant(name)
        || IsMeant(arn)
        || (name is not null && _patterns.Any(pattern => pattern.IsMatch(name)));

    private bool IsMeant(string? literal)
    {
        if (literal is null || !_literals.Contains(literal))
        {
            return false;
        }

        _missed.Remove(literal);
        return true;
    }

    private static bool IsPattern(string name) => WildcardPattern.ContainsWildcardCharacters(name);
}
