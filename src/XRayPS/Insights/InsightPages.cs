using System.Runtime.CompilerServices;
using XRayPS.Abstractions;
using XRayPS.Core.Model;
using XRayPS.Core.Ports;
using XRayPS.Core.Wire;
using XRayPS.Paging;

namespace XRayPS.Insights;

/// <summary>
/// Insights of a window. X-Ray answers them by group; without one all groups with insights are asked.
/// </summary>
internal static class InsightPages
{
    /// <summary>The pages of a group, or of all groups.</summary>
    /// <param name="caller">Calls the operation.</param>
    /// <param name="request">The request; its group may be null.</param>
    /// <param name="start">The service's token to start at; null for the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static async IAsyncEnumerable<Page<GetInsightSummariesResponse>> ReadAsync(
        ApiCaller caller,
        GetInsightSummariesRequest request,
        string? start,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<string?> groups = (request.GroupName ?? request.GroupARN) is null
            ? await WatchedAsync(caller, cancellationToken).ConfigureAwait(false)
            : [request.GroupARN];
        foreach (string? group in groups)
        {
            request.GroupARN = group;
            IAsyncEnumerable<Page<GetInsightSummariesResponse>> pages =
                PageReader.ReadAsync(caller, PagedOperations.InsightSummaries, request, start, cancellationToken);
            await foreach (Page<GetInsightSummariesResponse> page in pages.ConfigureAwait(false))
            {
                yield return page;
            }
        }
    }

    /// <summary>An insight.</summary>
    internal static async Task<Insight> FindAsync(ApiCaller caller, string id, CancellationToken token)
    {
        Reply<GetInsightResponse> reply = await caller
            .SendAsync(Operations.GetInsight, new GetInsightRequest { InsightId = id }, token).ConfigureAwait(false);
        return reply.Value.Insight
            ?? throw new XRayException(FailureKind.NotFound, "InsightNotFound", $"There is no insight '{id}'.")
            {
                Operation = Operations.GetInsight.Name,
                RequestId = reply.RequestId,
            };
    }

    private static async Task<IReadOnlyList<string?>> WatchedAsync(ApiCaller caller, CancellationToken token)
    {
        List<string?> watched = [];
        await foreach (Page<GetGroupsResponse> page in PageReader
            .ReadAsync(caller, PagedOperations.Groups, new GetGroupsRequest(), null, token).ConfigureAwait(false))
        {
            watched.AddRange(page.Response.Groups
                .Where(static group => group.InsightsConfiguration?.InsightsEnabled == true)
                .Select(static group => group.GroupARN));
        }

        caller.Feed.Verbose($"Groups with insights switched on: {watched.Count}.");
        return watched;
    }
}
