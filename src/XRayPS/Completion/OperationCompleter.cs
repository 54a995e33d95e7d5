using System.Collections;
using XRayPS.Core.Wire;

namespace XRayPS.Completion;

/// <summary>Completes the operations of X-Ray's API.</summary>
public sealed class OperationCompleter : ValueCompleter
{
    private protected override IEnumerable<KeyValuePair<string, string>> Values(IDictionary bound) =>
        Operations.All.Select(static operation =>
            KeyValuePair.Create(operation.Name, $"POST {operation.Path}{(operation.Paging is null ? "" : ", pages")}"));
}
