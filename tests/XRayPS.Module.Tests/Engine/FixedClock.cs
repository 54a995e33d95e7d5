namespace XRayPS.Module.Tests.Engine;

/// <summary>A clock that stands still until it is moved; its timers fire when it is.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<FixedTimer> _timers = [];
    private DateTimeOffset _now = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves by itself to whatever is waited for, so that nobody has to.</summary>
    internal bool SkipsWaits { get; init; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        FixedTimer timer = new(callback, state, GetUtcNow() + dueTime);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        if (SkipsWaits)
        {
            Task.Run(() => Advance(dueTime));
        }

        return timer;
    }

    /// <summary>Moves the clock and fires what is due.</summary>
    internal void Advance(TimeSpan by)
    {
        FixedTimer[] due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(timer => timer.Due <= _now);
        }

        foreach (FixedTimer timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class FixedTimer(TimerCallback callback, object? state, DateTimeOffset due) : ITimer
    {
        private bool _disposed;

        internal DateTimeOffset Due { get; } = due;

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => _disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        internal void Fire()
        {
            if (!_disposed)
            {
                callback(state);
            }
        }
    }
}
