namespace XRayPS.Smoke.Tests;

/// <summary>A test of signals, which are Unix's.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "NOT TESTED HERE: Windows has no signals.";
        }
    }
}
