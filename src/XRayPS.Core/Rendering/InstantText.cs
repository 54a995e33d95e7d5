using System.Globalization;

namespace XRayPS.Core.Rendering;

/// <summary>Instants for eyes.</summary>
public static class InstantText
{
    /// <summary>An instant in the zone of this machine, <c>yyyy-MM-dd HH:mm:ss</c>; empty for null.</summary>
    /// <param name="instant">The instant.</param>
    public static string Format(DateTimeOffset? instant) =>
        instant?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}
