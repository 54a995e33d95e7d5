using XRayPS.Console.Engine;
using XRayPS.Console.Hosting;
using XRayPS.Console.LineEditor;

namespace XRayPS.Console.Tour;

/// <summary>
/// A short walk through the sample traces, by the module's own cmdlets: each line that is run is shown as one would
/// type it. What the lines leave in variables is there at the prompt.
/// </summary>
/// <param name="shell">The engine, connected to a local X-Ray with the sample traces.</param>
/// <param name="screen">Where it is shown.</param>
internal sealed class DemoTour(Shell shell, Screen screen)
{
    private const string Strong = "\u001b[1m";
    private const string Prompt = "\u001b[32mPS>\u001b[0m ";
    private const string Reset = "\u001b[0m";
    private const string Farewell = """
        Go on with:
          $slowest | Get-XRayTraceGraph              the graph of one trace
          Get-Command -Module XRayPS                 all cmdlets
          Get-Help Get-XRayTraceSummary -Examples    what one can do with one of them
        """;

    /// <summary>Shows the tour; it ends early when a step fails or is stopped.</summary>
    /// <returns>The exit code.</returns>
    public int Show()
    {
        foreach (TourStep step in TourStep.All)
        {
            screen.WriteLine(Strong + step.Title + Reset);
            foreach (string line in step.Lines)
            {
                screen.WriteLine(Prompt + Language.Colorize(line));
                RunResult result = shell.Run(line);
                if (!result.Succeeded || shell.Host.ExitCode is not null)
                {
                    return result.ExitCode;
                }
            }
        }

        screen.WriteLine(Farewell);
        return ExitCodes.Success;
    }
}
