using System.Collections;
using XRayPS.Filters;

namespace XRayPS.Completion;

/// <summary>Completes names of groups.</summary>
public sealed class GroupNameCompleter : ValueCompleter
{
    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound)
    {
        LiveNames.Learn();
        return SeenNames.Names.Groups
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(static name => KeyValuePair.Create(name, "a group"));
    }
}
