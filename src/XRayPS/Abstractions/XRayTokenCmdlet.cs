using System.Management.Automation;
using XRayPS.Core.Model;
using XRayPS.Errors;
using XRayPS.Paging;

namespace XRayPS.Abstractions;

/// <summary>The rung of the cmdlets that can start at a token and stream page after page.</summary>
public abstract class XRayTokenCmdlet : XRayPagedCmdlet
{
    private protected XRayTokenCmdlet()
    {
    }

    /// <summary>Where to start: the token of a page, or one that a query with -First and -Verbose told.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NextToken { get; set; }

    /// <inheritdoc/>
    private protected override bool CanResume => true;

    /// <summary>Reads -NextToken; a token that is not right ends the cmdlet.</summary>
    /// <param name="operation">The operation that it must belong to.</param>
    /// <returns>The token, or null when none was given.</returns>
    private protected PageToken? StartToken(string operation)
    {
        if (NextToken is null)
        {
            return null;
        }

        if (!PageToken.TryRead(NextToken, operation, out PageToken token, out string error))
        {
            ThrowTerminatingError(ErrorRecords.BadArgument("InvalidToken", error, NextToken));
        }

        return token;
    }

    /// <summary>Streams the pages of an operation while they are read ahead.</summary>
    /// <param name="paged">The operation.</param>
    /// <param name="request">The request, without token.</param>
    /// <param name="start">Where to start; null for the first page.</param>
    /// <param name="window">The window of the query, for tokens.</param>
    /// <param name="target">The user's own input, for errors.</param>
    /// <param name="onPage">Called on the pipeline's thread for each page, before it is written.</param>
    /// <returns>Whether all pages were read.</returns>
    private protected bool Stream<TRequest, TResponse, TItem>(
        PagedOperation<TRequest, TResponse, TItem> paged,
        TRequest request,
        PageToken? start,
        TimeWindow? window,
        object? target,
        Action<Page<TResponse>>? onPage = null)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new()
    {
        if (Budget.IsSpent)
        {
            return false;
        }

        int offset = start?.Offset ?? 0;
        return Call(
            (caller, token) => Prefetch.RunAsync(
                PageReader.ReadAsync(caller, paged, request, start?.Service, token),
                caller.Feed,
                (page, written) =>
                {
                    onPage?.Invoke(page);
                    if (WritePage(paged, page, offset, window, written))
                    {
                        caller.Feed.Finish();
                    }

                    offset = 0;
                },
                token),
            target) && !Budget.IsSpent;
    }

    /// <summary>Reads a graph as a whole and writes its nodes.</summary>
    /// <param name="paged">The operation.</param>
    /// <param name="request">The request, without token.</param>
    /// <param name="start">Where to start; null for the first page.</param>
    /// <param name="traceId">The trace whose graph it is, or null.</param>
    /// <param name="window">The window whose graph it is, or null.</param>
    /// <param name="target">The user's own input, for errors.</param>
    /// <param name="onPage">Called on the pipeline's thread for each page, before it is written.</param>
    private protected void Graph<TRequest, TResponse>(
        PagedOperation<TRequest, TResponse, Service> paged,
        TRequest request,
        PageToken? start,
        string? traceId,
        TimeWindow? window,
        object? target,
        Action<Page<TResponse>>? onPage = null)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new() =>
        Graph(
            paged,
            (caller, token) => PageReader.ReadAsync(caller, paged, request, start?.Service, token),
            start, traceId, window, target, onPage);

    /// <summary>Reads a graph as a whole, of pages that are read in a way of their own, and writes its nodes.</summary>
    /// <param name="paged">The operation.</param>
    /// <param name="pages">Reads the pages.</param>
    /// <param name="start">Where to start; null for the first page.</param>
    /// <param name="traceId">The trace whose graph it is, or null.</param>
    /// <param name="window">The window whose graph it is, or null.</param>
    /// <param name="target">The user's own input, for errors.</param>
    /// <param name="onPage">Called on the pipeline's thread for each page, before it is written.</param>
    private protected void Graph<TRequest, TResponse>(
        PagedOperation<TRequest, TResponse, Service> paged,
        Func<ApiCaller, CancellationToken, IAsyncEnumerable<Page<TResponse>>> pages,
        PageToken? start,
        string? traceId,
        TimeWindow? window,
        object? target,
        Action<Page<TResponse>>? onPage = null)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new()
    {
        Call(
            async (caller, token) =>
            {
                IReadOnlyList<Page<TResponse>> graph =
                    await GraphPages.ReadAsync(pages(caller, token), paged.GetItems, traceId, window, token).ConfigureAwait(false);
                int offset = start?.Offset ?? 0;
                foreach (Page<TResponse> page in graph)
                {
                    caller.Feed.Post(() =>
                    {
                        onPage?.Invoke(page);
                        if (WritePage(paged, page, offset, window, written: null))
                        {
                            caller.Feed.Finish();
                        }

                        offset = 0;
                    });
                }
            },
            target);
    }
}
