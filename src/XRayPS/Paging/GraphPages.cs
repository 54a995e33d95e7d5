namespace XRayPS.Paging;

/// <summary>
/// Gives the nodes and edges of one graph what a response leaves out: an edge names its target by a number that means
/// something only inside the graph, and the node may come on a later page. So a graph is read as a whole.
/// </summary>
internal static class GraphPages
{
    /// <summary>Reads all pages of a graph and fills in names, trace and window.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="services">The nodes of a page.</param>
    /// <param name="traceId">The trace whose graph it is, or null.</param>
    /// <param name="window">The window whose graph it is, or null.</param>
    /// <param name="token">Ends the reading.</param>
    internal static async Task<IReadOnlyList<Page<TResponse>>> ReadAsync<TResponse>(
        IAsyncEnumerable<Page<TResponse>> pages,
        Func<TResponse, RecordList<Service>> services,
        string? traceId,
        TimeWindow? window,
        CancellationToken token)
    {
        List<Page<TResponse>> graph = [];
        await foreach (Page<TResponse> page in pages.WithCancellation(token).ConfigureAwait(false))
        {
            graph.Add(page);
        }

        Fill([.. graph.SelectMany(page => services(page.Response))], traceId, window);
        return graph;
    }

    private static void Fill(IReadOnlyList<Service> nodes, string? traceId, TimeWindow? window)
    {
        Dictionary<int, Service> byReference = [];
        foreach (Service node in nodes)
        {
            if (node.ReferenceId is { } reference)
            {
                byReference.TryAdd(reference, node);
            }
        }

        foreach (Service node in nodes)
        {
            node.TraceId = traceId;
            node.WindowStart = window?.Start;
            node.WindowEnd = window?.End;
            foreach (Edge edge in node.Edges)
            {
                Service? target = edge.ReferenceId is { } reference ? byReference.GetValueOrDefault(reference) : null;
                edge.SourceName = node.Name;
                edge.SourceType = node.Type;
                edge.TargetName = target?.Name;
                edge.TargetType = target?.Type;
                edge.WindowStart = window?.Start;
                edge.WindowEnd = window?.End;
            }
        }
    }
}
