using System.Runtime.CompilerServices;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;

namespace XRayPS.Paging;

/// <summary>Follows the tokens of an operation. An empty page with a token is no end; a token that comes again is.</summary>
internal static class PageReader
{
    /// <summary>The pages, each asked for when it is pulled.</summary>
    /// <param name="caller">Calls the operation.</param>
    /// <param name="paged">The operation.</param>
    /// <param name="request">The request; its token is set for each page.</param>
    /// <param name="start">The service's token to start at; null for the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static async IAsyncEnumerable<Page<TResponse>> ReadAsync<TRequest, TResponse, TItem>(
        ApiCaller caller,
        PagedOperation<TRequest, TResponse, TItem> paged,
        TRequest request,
        string? start,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? token = start;
        do
        {
            if (token is not null && !seen.Add(token))
            {
                throw new XRayException(
                    FailureKind.Unreadable,
                    "RepeatedToken",
                    "The service answered a page token that it had answered before, so the pages would never end. What it sent so far has been written.")
                {
                    Operation = paged.Operation.Name,
                };
            }

            request.NextToken = token;
            Reply<TResponse> reply =
                await caller.SendAsync(paged.Operation, request, cancellationToken).ConfigureAwait(false);
            string? next = reply.Value.NextToken is { Length: > 0 } more ? more : null;
            yield return new Page<TResponse>(reply.Value, token, next);
            token = next;
        }
        while (token is not null);
    }
}
