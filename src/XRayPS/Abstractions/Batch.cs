namespace XRayPS.Abstractions;

/// <summary>
/// Collects what comes through the pipeline until it is worth a call: when the batch is full, or when something comes a
/// second after the first. The rest goes at the end.
/// </summary>
internal sealed class Batch<T>(int size, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly List<T> _items = [];
    private long _first;

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="due">What is to be sent now, when something is.</param>
    /// <returns>Whether something is to be sent now.</returns>
    internal bool Add(T item, out IReadOnlyList<T> due)
    {
        if (_items.Count == 0)
        {
            _first = clock.GetTimestamp();
        }

        _items.Add(item);
        bool send = _items.Count >= size || clock.GetElapsedTime(_first) >= Patience;
        due = send ? Take() : [];
        return send;
    }

    /// <summary>Takes what is left.</summary>
    internal IReadOnlyList<T> Take()
    {
        T[] items = [.. _items];
        _items.Clear();
        return items;
    }
}
