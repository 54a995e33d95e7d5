using System.Collections;
using XRayPS.Loading;

namespace XRayPS.Completion;

/// <summary>Completes AWS regions.</summary>
public sealed class RegionCompleter : ValueCompleter
{
    private static readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> Regions =
        new(static () => PrivateServices.Client.GetRegions());

    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound) => Regions.Value;
}
