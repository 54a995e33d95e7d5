namespace XRayPS.Tracing;

/// <summary>One request a second, for all blocks of the process; others by chance.</summary>
internal sealed class Reservoir
{
    /// <summary>What X-Ray's SDKs do without rules: one a second, then five in a hundred.</summary>
    internal const double LocalRate = 0.05;

    private readonly object _gate = new();
    private readonly Dictionary<string, long> _lastSecond = new(StringComparer.Ordinal);

    internal static Reservoir Shared { get; } = new();

    /// <summary>Whether to record a request.</summary>
    /// <param name="rule">The rule whose reservoir it draws from.</param>
    /// <param name="size">0 when the rule has no reservoir; otherwise one a second is taken from it.</param>
    /// <param name="rate">The share of the others, 0 to 1.</param>
    /// <param name="now">The time.</param>
    internal bool Take(string rule, int size, double rate, DateTimeOffset now)
    {
        long second = now.ToUnixTimeSeconds();
        lock (_gate)
        {
            if (size > 0 && _lastSecond.GetValueOrDefault(rule, long.MinValue) < second)
            {
                _lastSecond[rule] = second;
                return true;
            }
        }

        return Random.Shared.NextDouble() < rate;
    }
}
