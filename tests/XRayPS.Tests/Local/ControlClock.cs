namespace XRayPS.Tests.Local;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class ControlClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    internal DateTimeOffset Now
    {
        get => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
        set => Volatile.Write(ref _ticks, value.UtcTicks);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    internal void Advance(TimeSpan time) => Now += time;
}
