namespace XRayPS.Core.Model;

/// <summary>Instants as X-Ray writes them: seconds since 1970-01-01T00:00:00Z, with a fraction.</summary>
public static class Epoch
{
    /// <summary>Seconds of an instant.</summary>
    /// <param name="instant">The instant.</param>
    public static double ToSeconds(DateTimeOffset instant) =>
        (double)(instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerSecond;

    /// <summary>The instant of epoch seconds, to a microsecond. What lies outside the calendar is set to its nearest end.</summary>
    /// <param name="seconds">Seconds since the epoch; may be negative.</param>
    public static DateTimeOffset FromSeconds(double seconds)
    {
        if (double.IsNaN(seconds))
        {
            return DateTimeOffset.UnixEpoch;
        }

        const double First = -62135596800;
        const double Last = 253402300799;
        if (seconds <= First)
        {
            return DateTimeOffset.MinValue;
        }

        if (seconds >= Last)
        {
            return DateTimeOffset.MaxValue;
        }

        // A double of today's date holds about a quarter of a microsecond: rounding to one keeps decimal texts exact.
        double whole = Math.Floor(seconds);
        long microseconds = (long)whole * 1_000_000 + (long)Math.Round((seconds - whole) * 1_000_000);
        return DateTimeOffset.UnixEpoch.AddTicks(microseconds * 10);
    }

    /// <summary>The whole second that an instant lies in.</summary>
    /// <param name="instant">The instant.</param>
    public static DateTimeOffset WholeSecond(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
