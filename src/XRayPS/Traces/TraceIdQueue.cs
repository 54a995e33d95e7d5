using XRayPS.Abstractions;

namespace XRayPS.Traces;

/// <summary>Ids on their way to be fetched: each once, and in batches while they come through the pipeline.</summary>
internal sealed class TraceIdQueue(TimeProvider clock)
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Batch<string> _batch = new(TraceFetcher.BatchSize, clock);

    /// <summary>Adds ids; what is to be fetched now comes out.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="isPiped">Whether more may come through the pipeline.</param>
    internal IEnumerable<IReadOnlyList<string>> Add(IEnumerable<string> ids, bool isPiped)
    {
        string[] fresh = [.. ids.Where(_seen.Add)];
        if (!isPiped)
        {
            yield return fresh;
            yield break;
        }

        foreach (string id in fresh)
        {
            if (_batch.Add(id, out IReadOnlyList<string> due))
            {
                yield return due;
            }
        }
    }

    /// <summary>Takes what is left.</summary>
    internal IReadOnlyList<string> Take() => _batch.Take();
}
