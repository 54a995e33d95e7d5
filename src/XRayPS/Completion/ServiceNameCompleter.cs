using System.Collections;
using XRayPS.Filters;

namespace XRayPS.Completion;

/// <summary>Completes names of services that the session has seen, or that the local service holds.</summary>
public sealed class ServiceNameCompleter : ValueCompleter
{
    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound)
    {
        LiveNames.Learn();
        return SeenNames.Names.Services
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(static name => KeyValuePair.Create(name, "a service"));
    }
}
