using System.Collections;
using XRayPS.Loading;

namespace XRayPS.Completion;

/// <summary>Completes the profiles of the AWS files; the files are read anew each time, they are small.</summary>
public sealed class ProfileNameCompleter : ValueCompleter
{
    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound) =>
        PrivateServices.Client.GetProfileNames(bound["ProfileLocation"] as string)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(static name => KeyValuePair.Create(name, "AWS profile " + name));
}
