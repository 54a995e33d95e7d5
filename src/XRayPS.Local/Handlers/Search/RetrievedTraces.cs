using XRayPS.Core.Documents;
using XRayPS.Core.Model;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Search;

/// <summary>The traces that a retrieval brought back: of those asked for, the ones that start in its inclusive window.</summary>
internal static class RetrievedTraces
{
    internal static async Task<IReadOnlyList<AssembledTrace>> OfAsync(
        TraceRetrieval job, TraceStore store, CancellationToken cancellationToken)
    {
        List<AssembledTrace> found = [];
        foreach (string id in job.TraceIds)
        {
            AssembledTrace? trace = await store.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (trace?.StartSeconds is { } seconds
                && Epoch.FromSeconds(seconds) is var start && start >= job.StartTime && start <= job.EndTime)
            {
                found.Add(trace);
            }
        }

        return found;
    }
}
