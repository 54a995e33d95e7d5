namespace XRayPS.Core.Rendering.Diagram;

/// <summary>
/// The colours of diagrams whose reader cannot switch between light and dark: X-Ray's own green, yellow, magenta and red,
/// the line strong enough for both, the fill pale under dark text.
/// </summary>
internal static class Palette
{
    internal const string Text = "#16191f";
    internal const string Muted = "#5f6b7a";
    internal const string Line = "#7d8998";
    internal const string Neutral = "#f2f4f7";

    internal static string Stroke(TraceStatus status) => status switch
    {
        TraceStatus.Error => "#c98500",
        TraceStatus.Throttle => "#a2369f",
        TraceStatus.Fault => "#d13313",
        _ => "#1d8a4e",
    };

    internal static string Fill(TraceStatus status) => status switch
    {
        TraceStatus.Error => "#fdf3d8",
        TraceStatus.Throttle => "#f8e6f7",
        TraceStatus.Fault => "#fde7e2",
        _ => "#e5f6ec",
    };
}
