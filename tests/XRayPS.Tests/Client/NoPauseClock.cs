namespace XRayPS.Tests.Client;

/// <summary>The time of day as it is, but pauses of up to half a minute are over at once.</summary>
internal sealed class NoPauseClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime < TimeSpan.FromSeconds(30) ? TimeSpan.Zero : dueTime, period);
}
