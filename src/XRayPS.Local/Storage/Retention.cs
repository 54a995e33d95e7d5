namespace XRayPS.Local.Storage;

/// <summary>How long data are kept, and when to look for what is too old.</summary>
internal sealed class Retention(TimeProvider clock, TimeSpan keep)
{
    private static readonly long Pause = TimeSpan.FromMinutes(10).Ticks;
    private long _next;

    /// <summary>Ticks; what was received before is gone, whether it is still stored or not.</summary>
    internal long Cut => (clock.GetUtcNow() - keep).UtcTicks;

    /// <summary>Whether it is time to delete; true once in ten minutes.</summary>
    internal bool IsDue()
    {
        long now = clock.GetUtcNow().UtcTicks;
        long next = Volatile.Read(ref _next);
        return now >= next && Interlocked.CompareExchange(ref _next, now + Pause, next) == next;
    }
}
