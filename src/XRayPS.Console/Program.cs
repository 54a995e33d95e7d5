using XRayPS.Console.Arguments;
using XRayPS.Console.Hosting;

namespace XRayPS.Console;

/// <summary>The program.</summary>
public static class Program
{
    /// <summary>Reads the command line and runs what it says.</summary>
    /// <param name="args">The words of the command line.</param>
    /// <returns>One of <see cref="ExitCodes"/>, or what <c>exit</c> said.</returns>
    public static int Main(string[] args)
    {
        using Screen screen = new();
        ConsoleArguments arguments;
        try
        {
            arguments = ArgumentParser.Parse(args);
        }
        catch (UsageException e)
        {
            screen.WriteErrorLine(e.Message);
            screen.WriteErrorLine("");
            screen.WriteErrorLine(Usage.Text);
            return ExitCodes.BadUsage;
        }

        if (arguments.Help)
        {
            screen.WriteLine(Usage.Text);
            return ExitCodes.Success;
        }

        if (arguments.Version)
        {
            screen.WriteLine($"XRayPS {ConsoleHost.ProgramVersion}");
            return ExitCodes.Success;
        }

        return Session.Run(arguments, screen);
    }
}
