using System.Management.Automation;

namespace XRayPS.Binding;

/// <summary>Names that may have wildcards, in any case.</summary>
/// <param name="names">The names.</param>
internal sealed class Wildcards(IEnumerable<string> names)
{
    private readonly WildcardPattern[] _patterns =
        [.. names.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];

    /// <summary>Whether one of the names is meant.</summary>
    /// <param name="name">A name; null is none.</param>
    internal bool Match(string? name) => name is not null && _patterns.Any(pattern => pattern.IsMatch(name));
}
