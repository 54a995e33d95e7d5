namespace XRayPS.Local;

/// <summary>Counts documents from both ways in.</summary>
internal sealed class Counters
{
    private long _received;
    private long _rejected;
    private long _dropped;

    internal long Received => Volatile.Read(ref _received);

    internal long Rejected => Volatile.Read(ref _rejected);

    internal long Dropped => Volatile.Read(ref _dropped);

    internal void CountReceived(int count) => Interlocked.Add(ref _received, count);

    internal void CountRejected(int count) => Interlocked.Add(ref _rejected, count);

    internal void CountDropped() => Interlocked.Increment(ref _dropped);
}
