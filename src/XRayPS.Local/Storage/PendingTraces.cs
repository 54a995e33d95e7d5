namespace XRayPS.Local.Storage;

/// <summary>
/// The traces whose summaries are behind their documents, in the order in which they fell behind. Every change of a trace is
/// a mark; marks are numbered. Safe for several threads.
/// </summary>
internal sealed class PendingTraces
{
    private readonly object _gate = new();
    private readonly Dictionary<long, Entry> _byKey = [];
    private readonly Queue<Entry> _order = new();
    private readonly List<(long Mark, TaskCompletionSource Done)> _waiting = [];
    private long _mark;

    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _byKey.Count;
            }
        }
    }

    /// <summary>Notes that a trace has changed.</summary>
    internal void Mark(long key)
    {
        lock (_gate)
        {
            long mark = ++_mark;
            if (_byKey.TryGetValue(key, out Entry? entry))
            {
                entry.LastMark = mark;
                return;
            }

            entry = new Entry(key) { FirstMark = mark, LastMark = mark };
            _byKey.Add(key, entry);
            _order.Enqueue(entry);
        }
    }

    /// <summary>The traces that are behind longest, with their last marks; they stay on the list.</summary>
    internal IReadOnlyList<(long Key, long Mark)> Peek(int count)
    {
        lock (_gate)
        {
            return [.. _order.Take(count).Select(entry => (entry.Key, entry.LastMark))];
        }
    }

    /// <summary>Whether nothing happened to a trace since the given mark.</summary>
    internal bool IsCurrent(long key, long mark)
    {
        lock (_gate)
        {
            return _byKey.TryGetValue(key, out Entry? entry) && entry.LastMark == mark;
        }
    }

    /// <summary>Takes the traces of the last <see cref="Peek"/> off the list; what changed meanwhile goes to its end.</summary>
    internal void Settle(IReadOnlyList<(long Key, long Mark)> done)
    {
        lock (_gate)
        {
            foreach ((_, long mark) in done)
            {
                Entry entry = _order.Dequeue();
                if (entry.LastMark == mark)
                {
                    _byKey.Remove(entry.Key);
                    continue;
                }

                entry.FirstMark = entry.LastMark;
                _order.Enqueue(entry);
            }

            Release();
        }
    }

    /// <summary>Ends when everything that is behind now has been settled.</summary>
    internal Task WhenSettledAsync()
    {
        lock (_gate)
        {
            if (_order.Count == 0)
            {
                return Task.CompletedTask;
            }

            TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((_mark, done));
            return done.Task;
        }
    }

    /// <summary>Ends all waits, because nobody will settle anything any more.</summary>
    internal void Abandon()
    {
        lock (_gate)
        {
            _order.Clear();
            _byKey.Clear();
            Release();
        }
    }

    private void Release()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        // A trace that changed meanwhile is behind again, but from a later mark on: nobody waits for that for ever.
        long oldest = _order.Count == 0 ? long.MaxValue : _order.Min(entry => entry.FirstMark);
        foreach ((long mark, TaskCompletionSource done) in _waiting.Where(wait => wait.Mark < oldest).ToList())
        {
            _waiting.Remove((mark, done));
            done.TrySetResult();
        }
    }

    private sealed class Entry(long key)
    {
        internal long Key => key;

        internal long FirstMark { get; set; }

        internal long LastMark { get; set; }
    }
}
