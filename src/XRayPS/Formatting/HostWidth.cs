using System.Management.Automation.Host;

namespace XRayPS.Formatting;

/// <summary>How wide the place is that a view draws for.</summary>
internal static class HostWidth
{
    private const int Unknown = 120;
    private const int Least = 40;

    /// <summary>
    /// The columns of the host's screen. One column stays free: terminals differ on what a full last column does.
    /// </summary>
    /// <param name="host">The host; hosts without a screen, and none at all, count as 120 columns.</param>
    public static int Of(PSHost? host)
    {
        int width;
        try
        {
            width = host?.UI?.RawUI?.BufferSize.Width ?? Unknown;
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or NotSupportedException
            or InvalidOperationException or IOException)
        {
            width = Unknown;
        }

        return Math.Max(width <= 0 ? Unknown : width, Least) - 1;
    }
}
