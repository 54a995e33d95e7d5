namespace XRayPS.Console.Tour;

/// <summary>A step of the tour.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Lines">What one would type.</param>
internal sealed record TourStep(string Title, params string[] Lines)
{
    /// <summary>The steps in their order.</summary>
    public static IReadOnlyList<TourStep> All { get; } =
    [
        new("An X-Ray of your own runs in this process, with an hour of a web shop's traces in it.",
            "Get-XRayLocalService"),
        new("The latest requests, newest first:",
            "Get-XRayTraceSummary -Last 1h -First 8"),
        new("What failed? Summaries are objects, so Where-Object finds it:",
            "Get-XRayTraceSummary -Last 1h | Where-Object HasFault | ForEach-Object { $_ } -First 3"),
        new("The slowest request, opened:",
            "Get-XRayTraceSummary -Last 1h | ForEach-Object { if ($_.Duration -gt $slowest.Duration) { $slowest = $_ } }",
            "$slowest | Get-XRayTrace"),
        new("Who calls whom, and how that goes:",
            "Get-XRayServiceGraph -Last 1h"),
    ];

    /// <summary>What stands at the end.</summary>
    public const string Farewell = "Get-Command -Module XRayPS lists the cmdlets, Get-Help <name> explains one.";
}
