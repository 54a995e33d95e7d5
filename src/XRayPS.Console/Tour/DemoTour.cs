using XRayPS.Console.Engine;
using XRayPS.Console.Hosting;

namespace XRayPS.Console.Tour;

/// <summary>
/// A short walk through the sample traces, by the module's own cmdlets: each line that is run is shown as one would type it.
/// </summary>
/// <param name="shell">The engine, connected to a local X-Ray with the sample traces.</param>
/// <param name="screen">Where it is shown.</param>
internal sealed class DemoTour(Shell shell, Screen screen)
{
    private const string Faint = "\u001b[2m";
    private const string Strong = "\u001b[1m";
    private const string Prompt = "\u001b[32m";
    private const string Reset = "\u001b[0m";

    /// <summary>Shows the tour; it ends early when a step fails or is stopped.</summary>
    /// <returns>The exit code.</returns>
    public int Show()
    {
        foreach (TourStep step in TourStep.All)
        {
            screen.WriteLine("");
            screen.WriteLine($"{Strong}{step.Title}{Reset}");
            RunResult result = new(Succeeded: true, Stopped: false);
            foreach (string line in step.Lines)
            {
                screen.WriteLine($"{Prompt}PS>{Reset} {line}");
                result = shell.Run(line);
                if (!result.Succeeded || shell.Host.ExitCode is not null)
                {
                    return result.ExitCode;
                }
            }
        }

        screen.WriteLine($"{Faint}{TourStep.Farewell}{Reset}");
        return ExitCodes.Success;
    }
}
