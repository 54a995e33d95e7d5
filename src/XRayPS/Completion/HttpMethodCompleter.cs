using System.Collections;

namespace XRayPS.Completion;

/// <summary>Completes HTTP methods.</summary>
public sealed class HttpMethodCompleter : ValueCompleter
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound) =>
        Methods.Select(static method => KeyValuePair.Create(method, "HTTP method " + method));
}
