using XRayPS.Core.Model;
using XRayPS.Core.Wire;

namespace XRayPS.Paging;

/// <summary>How an operation's records page: where the items are and where the tokens go.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="GetItems">The items of a response.</param>
/// <param name="SetItems">Replaces the items of a response, for a page that was cut.</param>
/// <param name="GetToken">The token of a response.</param>
/// <param name="SetToken">Replaces the token of a response by one that users can hand back.</param>
/// <param name="SetStart">Sets the token of a request.</param>
internal sealed record PagedOperation<TRequest, TResponse, TItem>(
    Operation<TRequest, TResponse> Operation,
    Func<TResponse, RecordList<TItem>> GetItems,
    Action<TResponse, RecordList<TItem>> SetItems,
    Func<TResponse, string?> GetToken,
    Action<TResponse, string?> SetToken,
    Action<TRequest, string?> SetStart)
    where TRequest : class, new()
    where TResponse : class, new();

/// <summary>The operations that page.</summary>
internal static class PagedOperations
{
    internal static PagedOperation<GetTraceSummariesRequest, GetTraceSummariesResponse, TraceSummary> TraceSummaries { get; } = new(
        Operations.GetTraceSummaries,
        static response => response.TraceSummaries,
        static (response, items) => response.TraceSummaries = items,
        static response => response.NextToken,
        static (response, token) => response.NextToken = token,
        static (request, token) => request.NextToken = token);

    internal static PagedOperation<BatchGetTracesRequest, BatchGetTracesResponse, Trace> Traces { get; } = new(
        Operations.BatchGetTraces,
        static response => response.Traces,
        static (response, items) => response.Traces = items,
        static response => response.NextToken,
        static (response, token) => response.NextToken = token,
        static (request, token) => request.NextToken = token);

    internal static PagedOperation<GetTraceGraphRequest, GetTraceGraphResponse, Service> TraceGraph { get; } = new(
        Operations.GetTraceGraph,
        static response => response.Services,
        static (response, items) => response.Services = items,
        static response => response.NextToken,
        static (response, token) => response.NextToken = token,
        static (request, token) => request.NextToken = token);

    internal static PagedOperation<GetServiceGraphRequest, GetServiceGraphResponse, Service> ServiceGraph { get; } = new(
        Operations.GetServiceGraph,
        static response => response.Services,
        static (response, items) => response.Services = items,
        static response => response.NextToken,
        static (response, token) => response.NextToken = token,
        static (request, token) => request.NextToken = token);
}
