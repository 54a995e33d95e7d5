namespace XRayPS.Console.Tour;

/// <summary>A step of the tour.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Lines">What one would type.</param>
internal sealed record TourStep(string Title, params string[] Lines)
{
    /// <summary>The steps in their order.</summary>
    public static IReadOnlyList<TourStep> All { get; } =
    [
        new("An X-Ray of your own runs in this process. In it is the last hour of a web shop:",
            "Get-XRayLocalService"),
        new("The latest requests:",
            "Get-XRayTraceSummary -Last 1h -First 6"),
        new("What took long? Summaries are objects, to be filtered as any others:",
            "Get-XRayTraceSummary -Last 1h | Where-Object Duration -GT 3.8"),
        new("The slowest one, and what it waited for:",
            "foreach ($t in Get-XRayTraceSummary -Last 1h) "
            + "{ if ($t.Duration -gt $slowest.Duration) { $slowest = $t } }",
            "$slowest | Get-XRayTrace"),
        new("Who calls whom, and how that went:",
            "Get-XRayServiceGraph -Last 1h"),
    ];
}
