using XRayPS.Local.Http;

namespace XRayPS.Local.Handlers.Sampling;

/// <summary>A boost without cooldown, or an empty one, makes the real service fail rather than refuse (observed).</summary>
internal static class BoostCheck
{
    internal static void Inspect(SamplingRateBoost? boost)
    {
        if (boost is not null && (boost.MaxRate is null || boost.CooldownWindowMinutes is null or 0))
        {
            throw Refusal.InternalFailure();
        }
    }
}
