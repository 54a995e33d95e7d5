using System.Collections.Concurrent;
using XRayPS.Core.Documents;
using XRayPS.Local.Storage;

namespace XRayPS.Local.Handlers.Groups;

/// <summary>A trace that belongs to a group.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Membership">How it belongs.</param>
internal readonly record struct GroupTrace(AssembledTrace Trace, Membership Membership);

/// <summary>Goes through the traces of a group that something was received of in a window, on all cores.</summary>
internal static class GroupTraces
{
    /// <summary>Folds the traces: parts side by side, then their sum.</summary>
    /// <param name="store">The store.</param>
    /// <param name="window">The window of receipt.</param>
    /// <param name="members">The group.</param>
    /// <param name="make">Makes an empty part.</param>
    /// <param name="add">Adds a trace to a part.</param>
    /// <param name="merge">Adds a part to the sum; called by one thread at a time.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal static async Task FoldAsync<TPart>(
        TraceStore store,
        TimeWindow window,
        GroupMembers members,
        Func<TPart> make,
        Action<TPart, GroupTrace> add,
        Action<TPart> merge,
        CancellationToken cancellationToken)
    {
        object gate = new();
        await foreach (IReadOnlyList<(string Id, TraceRows Rows)> portion in store
            .ReceivedWithinAsync(window.Start.UtcTicks, window.End.UtcTicks, cancellationToken).ConfigureAwait(false))
        {
            Parallel.ForEach(
                Partitioner.Create(0, portion.Count),
                make,
                (range, _, part) =>
                {
                    for (int i = range.Item1; i < range.Item2; i++)
                    {
                        List<ReceivedDocument> documents = portion[i].Rows.Read();
                        if (members.Find(portion[i].Id, documents) is { } membership)
                        {
                            add(part, new GroupTrace(TraceAssembly.Assemble(portion[i].Id, documents), membership));
                        }
                    }

                    return part;
                },
                part =>
                {
                    lock (gate)
                    {
                        merge(part);
                    }
                });
        }
    }
}
