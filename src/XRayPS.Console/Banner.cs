using System.Management.Automation;
using System.Reflection;
using XRayPS.Console.Hosting;

namespace XRayPS.Console;

/// <summary>What is said before the first prompt.</summary>
internal static class Banner
{
    private const string Keys = "Tab completes, Up and Ctrl+R bring back, Ctrl+C stops, exit leaves.";

    /// <summary>Before a prompt without a tour.</summary>
    public static string Text { get; } =
        $"XRayPS {ConsoleHost.ProgramVersion} on PowerShell's engine "
        + $"{EngineVersion}.\n"
        + "Get-Command -Module XRayPS lists the cmdlets, Get-Help <name> explains one.\n" + Keys;

    private static string EngineVersion =>
        typeof(PowerShell).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split(' ', '+')[0];

    /// <summary>Between the tour and the prompt.</summary>
    public static string AfterTour { get; } = "Now it is yours. " + Keys + "\n";
}
