using System.Collections.Concurrent;
using XRayPS.Core.Wire;

namespace XRayPS.Local.Http;

/// <summary>
/// Throttles. Each operation has a bucket of its own, as X-Ray documents the exception for each operation: a second's
/// worth of requests may come at once, and the bucket fills up evenly. What is refused takes nothing out.
/// </summary>
/// <param name="perSecond">Requests of one operation a second.</param>
/// <param name="clock">The clock.</param>
internal sealed class RequestLimit(double perSecond, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Operation, Bucket> _buckets = new();
    private readonly long _origin = clock.GetTimestamp();

    // Whole ticks, so that ten times a tenth is one.
    private readonly long _interval = (long)Math.Min(TimeSpan.TicksPerSecond / perSecond, long.MaxValue / 4);
    private readonly long _burst = (long)((Math.Max(perSecond, 1) - 1) * (TimeSpan.TicksPerSecond / perSecond));

    /// <summary>Takes a request of an operation.</summary>
    /// <exception cref="Refusal">There were too many of them.</exception>
    internal void Demand(Operation operation)
    {
        Bucket bucket = _buckets.GetOrAdd(operation, static _ => new Bucket());
        if (!bucket.TryTake(clock.GetElapsedTime(_origin).Ticks, _interval, _burst))
        {
            throw new Refusal(new ServiceError(ErrorCodes.Throttled, "Rate exceeded", 429));
        }
    }

    private sealed class Bucket
    {
        private readonly object _lock = new();
        private long _fullAgain;

        internal bool TryTake(long now, long interval, long burst)
        {
            lock (_lock)
            {
                if (_fullAgain - burst > now)
                {
                    return false;
                }

                _fullAgain = Math.Max(_fullAgain, now) + interval;
                return true;
            }
        }
    }
}
