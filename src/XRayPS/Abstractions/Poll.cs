namespace XRayPS.Abstractions;

/// <summary>Looks at something that X-Ray changes in its own time.</summary>
internal static class Poll
{
    /// <summary>How often a wait looks.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Looks until it is so.</summary>
    /// <param name="caller">Calls the API.</param>
    /// <param name="look">Looks once.</param>
    /// <param name="isDone">Whether it is so.</param>
    /// <param name="timeout">How long to look.</param>
    /// <param name="late">What to say of the last look when it took too long.</param>
    /// <param name="token">Ends the wait.</param>
    /// <exception cref="TimeoutException">It took too long.</exception>
    internal static async Task<T> UntilAsync<T>(
        ApiCaller caller,
        Func<Task<T>> look,
        Func<T, bool> isDone,
        TimeSpan timeout,
        Func<T, string> late,
        CancellationToken token)
    {
        long start = caller.Clock.GetTimestamp();
        while (true)
        {
            T seen = await look().ConfigureAwait(false);
            if (isDone(seen))
            {
                return seen;
            }

            if (caller.Clock.GetElapsedTime(start) >= timeout)
            {
                throw new TimeoutException($"{late(seen)} in {timeout.TotalSeconds:0} seconds.");
            }

            await Task.Delay(Interval, caller.Clock, token).ConfigureAwait(false);
        }
    }
}
