using XRayPS.Binding;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Paging;

namespace XRayPS.Abstractions;

/// <summary>
/// The rung of the cmdlets that list things with names. X-Ray lists all of them; names and wildcards are looked at
/// here.
/// </summary>
public abstract class XRayNamedCmdlet : XRayTokenCmdlet
{
    private protected XRayNamedCmdlet()
    {
    }

    /// <summary>Streams what has one of the names; a name that nothing has is an error, a wildcard is not.</summary>
    /// <param name="paged">The operation.</param>
    /// <param name="names">Names and wildcards; null for all.</param>
    /// <param name="nameOf">The name of an item.</param>
    /// <param name="kind">The kind of item as in the cmdlet's noun.</param>
    /// <param name="words">The kind of item in words.</param>
    /// <param name="arnOf">The ARN of an item, which may stand among the names; null where there is none.</param>
    private protected void StreamNamed<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> paged,
        string[]? names,
        Func<TItem, string?> nameOf,
        string kind,
        string words,
        Func<TItem, string?>? arnOf = null)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new()
    {
        NamePatterns patterns = new(names);
        PageToken? start = StartToken(paged.Operation.Name);
        bool isWhole = Stream(
            paged,
            new TRequest(),
            start,
            window: null,
            names,
            page => paged.SetItems(
                page.Response,
                new RecordList<TItem>(paged.GetItems(page.Response)
                    .Where(item => patterns.Matches(nameOf(item), arnOf?.Invoke(item))))));

        // Before the beginning of -NextToken nobody looked.
        if (isWhole && start is null)
        {
            foreach (string name in patterns.Missed)
            {
                WriteError(ErrorRecords.NameNotFound(kind, words, name));
            }
        }
    }
}
