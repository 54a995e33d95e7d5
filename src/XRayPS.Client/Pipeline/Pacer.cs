namespace XRayPS.Client.Pipeline;

/// <summary>
/// How many attempts may be under way at once. Throttling halves the number, each success adds a little: additive
/// increase, multiplicative decrease. This stands in for the SDK's adaptive mode.
/// </summary>
internal sealed class Pacer(int max)
{
    private readonly object _lock = new();
    private readonly LinkedList<TaskCompletionSource<int>> _waiting = new();
    private double _limit = max;
    private int _running;
    private int _epoch;

    /// <summary>The attempts that may be under way now.</summary>
    internal int Limit
    {
        get
        {
            lock (_lock)
            {
                return (int)_limit;
            }
        }
    }

    /// <summary>Waits for a place, in the order of coming.</summary>
    /// <returns>The epoch, to be given back with the outcome.</returns>
    internal async Task<int> EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource<int>> place;
        lock (_lock)
        {
            if (_waiting.Count == 0 && _running < (int)_limit)
            {
                _running++;
                return _epoch;
            }

            place = _waiting.AddLast(new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        using CancellationTokenRegistration registration = cancellationToken.Register(() => GiveUp(place, cancellationToken));
        return await place.Value.Task.ConfigureAwait(false);
    }

    /// <summary>Gives the place back after an attempt that was not throttled.</summary>
    internal void Leave(bool succeeded)
    {
        lock (_lock)
        {
            if (succeeded)
            {
                _limit = Math.Min(max, _limit + (1 / _limit));
            }

            _running--;
            Admit();
        }
    }

    /// <summary>
    /// Gives the place back after a throttled attempt. Attempts that began before the last cut belong to the same burst
    /// and do not cut again.
    /// </summary>
    internal void LeaveThrottled(int epoch)
    {
        lock (_lock)
        {
            if (epoch == _epoch)
            {
                _limit = Math.Max(1, Math.Min(_limit, _running) / 2);
                _epoch++;
            }

            _running--;
            Admit();
        }
    }

    private void Admit()
    {
        while (_waiting.First is { } first && _running < (int)_limit)
        {
            _waiting.RemoveFirst();
            if (first.Value.TrySetResult(_epoch))
            {
                _running++;
            }
        }
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<int>> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (place.Value.TrySetCanceled(cancellationToken))
            {
                _waiting.Remove(place);
            }
        }
    }
}
