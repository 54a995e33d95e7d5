using System.Runtime.CompilerServices;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Paging;

namespace XRayPS.Retrieval;

/// <summary>
/// Pages of a retrieval. There are none until it is complete, so who waits asks for the first page again and again.
/// </summary>
internal static class RetrievalPages
{
    /// <summary>How often a wait looks.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The pages.</summary>
    /// <param name="caller">Calls the operation.</param>
    /// <param name="paged">The operation.</param>
    /// <param name="request">The request, without token.</param>
    /// <param name="start">The service's token to start at; null for the first page.</param>
    /// <param name="statusOf">How far the retrieval is, by a response.</param>
    /// <param name="patience">How long to wait until it is complete; null asks once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RetrievalEndedException">It ended without traces.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    internal static async IAsyncEnumerable<Page<TResponse>> ReadAsync<TRequest, TResponse, TItem>(
        ApiCaller caller,
        PagedOperation<TRequest, TResponse, TItem> paged,
        TRequest request,
        string? start,
        Func<TResponse, string?> statusOf,
        TimeSpan? patience,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : class, ITokenCarrier, new()
        where TResponse : class, ITokenCarrier, new()
    {
        long began = caller.Clock.GetTimestamp();
        bool isComplete = false;
        while (!isComplete)
        {
            string? status = null;
            await foreach (Page<TResponse> page in PageReader
                .ReadAsync(caller, paged, request, start, cancellationToken).ConfigureAwait(false))
            {
                status = statusOf(page.Response);
                if (status is "FAILED" or "CANCELLED" or "TIMEOUT")
                {
                    throw new RetrievalEndedException(status);
                }

                // A status that is not known yet, with traces, is as good as complete.
                isComplete |= status is not ("SCHEDULED" or "RUNNING");
                if (isComplete || patience is null)
                {
                    yield return page;
                }
            }

            if (isComplete || patience is null)
            {
                yield break;
            }

            if (caller.Clock.GetElapsedTime(began) >= patience)
            {
                throw new TimeoutException(
                    $"The retrieval is {status} and was not complete in {patience.Value.TotalSeconds:0} seconds.");
            }

            await Task.Delay(Interval, caller.Clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
