using XRayPS.Core.Documents;

namespace XRayPS.Local.Storage;

/// <summary>A trace whose summary is behind its documents.</summary>
internal sealed class PendingTrace(long key, long mark)
{
    internal long Key { get; } = key;

    /// <summary>When it fell behind, in marks.</summary>
    internal long FirstMark { get; set; } = mark;

    /// <summary>When it last changed, in marks.</summary>
    internal long LastMark { get; set; } = mark;

    /// <summary>All its documents, when they are known without asking the database; otherwise null.</summary>
    internal List<ReceivedDocument>? Documents { get; set; }
}

/// <summary>What has still to be summarised, in the order in which it fell behind. Safe for several threads.</summary>
internal sealed class PendingTraces
{
    /// <summary>Beyond this many, documents are not kept in memory: the database has them.</summary>
    private const int KeepDocuments = 20_000;

    private readonly object _gate = new();
    private readonly Dictionary<long, PendingTrace> _byKey = [];
    private readonly Queue<PendingTrace> _order = new();
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

    internal void Mark(long key, bool isNew, ReceivedDocument? document)
    {
        lock (_gate)
        {
            long mark = ++_mark;
            if (!_byKey.TryGetValue(key, out PendingTrace? pending))
            {
                pending = new PendingTrace(key, mark)
                {
                    Documents = isNew && _byKey.Count < KeepDocuments ? [] : null,
                };
                _byKey.Add(key, pending);
                _order.Enqueue(pending);
            }

            pending.LastMark = mark;
            if (document is not null)
            {
                pending.Documents?.Add(document);
            }
        }
    }

    /// <summary>The documents kept for these traces may never have been committed.</summary>
    internal void Distrust(IEnumerable<long> keys)
    {
        lock (_gate)
        {
            foreach (long key in keys)
            {
                if (_byKey.TryGetValue(key, out PendingTrace? pending))
                {
                    pending.Documents = null;
                    pending.LastMark = ++_mark;
                }
            }
        }
    }

    /// <summary>The oldest pending traces with their last mark and a copy of their documents; they stay pending.</summary>
    internal List<(long Key, long Mark, ReceivedDocument[]? Documents)> Peek(int count)
    {
        lock (_gate)
        {
            return [.. _order.Take(count).Select(pending => (pending.Key, pending.LastMark, pending.Documents?.ToArray()))];
        }
    }

    /// <summary>Whether nothing happened to a trace since the given mark.</summary>
    internal bool IsCurrent(long key, long mark)
    {
        lock (_gate)
        {
            return _byKey.TryGetValue(key, out PendingTrace? pending) && pending.LastMark == mark;
        }
    }

    /// <summary>Takes the traces of <see cref="Peek"/> off the list; what changed meanwhile goes to its end.</summary>
    internal void Settle(IReadOnlyList<(long Key, long Mark)> done)
    {
        lock (_gate)
        {
            Dictionary<long, long> marks = done.ToDictionary(entry => entry.Key, entry => entry.Mark);
            for (int i = 0; i < done.Count; i++)
            {
                PendingTrace pending = _order.Dequeue();
                if (pending.LastMark == marks[pending.Key])
                {
                    _byKey.Remove(pending.Key);
                    continue;
                }

                pending.FirstMark = pending.LastMark;
                _order.Enqueue(pending);
            }

            Release();
        }
    }

    /// <summary>Ends when everything that is pending now has been settled.</summary>
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
        long oldest = _order.Count == 0 ? long.MaxValue : _order.Min(pending => pending.FirstMark);
        foreach ((long mark, TaskCompletionSource done) in _waiting.Where(entry => entry.Mark < oldest).ToList())
        {
            _waiting.Remove((mark, done));
            done.TrySetResult();
        }
    }
}
